import type { WebField } from '@zhaoshi/domain/application/web-fields';
import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import { LAST_CIVIL_DATE } from '@zhaoshi/domain/kernel/civil-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';

/** A form that is shown: what was typed before, and what was wrong with it. */
export interface ShownForm {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** Goes back with the form: only this site's own page knows it. */
  readonly token: string;
}

/** Name of the field that carries the token. */
export const TOKEN_FIELD = 'token';

const errorOf = ({ errors }: ShownForm, name: string): string | null =>
  errors.find(({ field }) => field === name)?.message ?? null;

const errorText = (form: ShownForm, name: string): SafeHtml | null => {
  const message = errorOf(form, name);
  return message === null ? null : html`<p class="error" id="${name}-error">错误：${message}</p>`;
};

/** What a field is described by: its help and its error. */
function described(form: ShownForm, name: string, help: string | undefined): SafeHtml {
  const isWrong = errorOf(form, name) !== null;
  const ids = [...(help === undefined ? [] : [`${name}-help`]), ...(isWrong ? [`${name}-error`] : [])];
  return html`${ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`}${
    isWrong ? html` aria-invalid="true"` : null
  }`;
}

const helpText = (name: string, help: string | undefined): SafeHtml | null =>
  help === undefined ? null : html`<p class="help" id="${name}-help">${help}</p>`;

const mark = (required: boolean): string => (required ? '（必填）' : '（选填）');

const classOf = (form: ShownForm, name: string): string =>
  errorOf(form, name) === null ? 'field' : 'field wrong';

/** A line of text. */
export function textField(form: ShownForm, field: WebField): SafeHtml {
  const { name, label, input, autocomplete, longest, help, required, choices } = field;
  if (choices !== undefined) return selectField(form, { ...field, choices });
  return html`<div class="${classOf(form, name)}"><label for="${name}">${label}${mark(required)}</label>${helpText(name, help)}${errorText(form, name)}
<input type="${input}" id="${name}" name="${name}" value="${form.values[name] ?? ''}" maxlength="${longest}" autocomplete="${autocomplete}"${input === 'date' ? html` max="${LAST_CIVIL_DATE}"` : null}${described(form, name, help)}></div>
`;
}

function selectField(
  form: ShownForm,
  { name, label, help, required, choices }: WebField & { readonly choices: Readonly<Record<string, string>> },
): SafeHtml {
  const chosen = form.values[name] ?? '';
  const options = Object.entries(choices).map(([value, words]) =>
    value === chosen
      ? html`<option value="${value}" selected>${words}</option>`
      : html`<option value="${value}">${words}</option>`,
  );
  return html`<div class="${classOf(form, name)}"><label for="${name}">${label}${mark(required)}</label>${helpText(name, help)}${errorText(form, name)}
<select id="${name}" name="${name}" autocomplete="off"${described(form, name, help)}><option value="">请选择</option>${options}</select></div>
`;
}

export interface TextArea {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly longest: number;
  readonly rows: number;
  readonly required: boolean;
}

export function textArea(
  form: ShownForm,
  { name, label, help, longest, rows, required }: TextArea,
): SafeHtml {
  // The first line end after the tag is not part of the text.
  return html`<div class="${classOf(form, name)}"><label for="${name}">${label}${mark(required)}</label>${helpText(name, help)}${errorText(form, name)}
<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${longest}" autocomplete="off"${described(form, name, help)}>
${form.values[name] ?? ''}</textarea></div>
`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** One of a few, all of them to be seen. */
export function radioField(
  form: ShownForm,
  {
    name,
    label,
    help,
    choices,
  }: {
    readonly name: string;
    readonly label: string;
    readonly help?: string;
    readonly choices: readonly Choice[];
  },
): SafeHtml {
  const chosen = form.values[name] ?? '';
  const items = choices.map(({ value, label: words, help: more }, index) => {
    const id = index === 0 ? name : `${name}-${value}`;
    const about = more === undefined ? null : html` aria-describedby="${id}-about"`;
    return html`<div class="choice"><input type="radio" id="${id}" name="${name}" value="${value}"${value === chosen ? html` checked` : null}${about}><label for="${id}">${words}</label>${
      more === undefined ? null : html`<p class="help" id="${id}-about">${more}</p>`
    }</div>
`;
  });
  return html`<fieldset class="${classOf(form, name)}"${described(form, name, help)}><legend>${label}${mark(true)}</legend>${helpText(name, help)}${errorText(form, name)}
${items}</fieldset>
`;
}

export function checkBox(
  form: ShownForm,
  { name, label, help }: { readonly name: string; readonly label: string; readonly help?: string },
): SafeHtml {
  return html`<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${
    form.values[name] === 'yes' ? html` checked` : null
  }${help === undefined ? null : html` aria-describedby="${name}-help"`}><label for="${name}">${label}</label>${helpText(name, help)}</div>
`;
}

export interface FileField {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  /** Several files at once. */
  readonly multiple?: boolean;
  /** Extensions; by default those of scans and photos. */
  readonly accept?: string;
}

export function fileField(
  form: ShownForm,
  { name, label, help, required, multiple = false, accept = '.pdf,.jpg,.jpeg,.png' }: FileField,
): SafeHtml {
  return html`<div class="${classOf(form, name)}"><label for="${name}">${label}${mark(required)}</label>${helpText(name, help)}${errorText(form, name)}
<input type="file" id="${name}" name="${name}" accept="${accept}"${multiple ? html` multiple` : null}${described(form, name, help)}></div>
`;
}

/** What is wrong, on top of the page, each with the way to its field. */
export function errorSummary({ errors }: ShownForm): SafeHtml | null {
  if (errors.length === 0) return null;
  const items = errors.map(({ field, message }) =>
    field === '' ? html`<li>${message}</li>` : html`<li><a href="#${field}">${message}</a></li>`,
  );
  return html`<section class="card summary" role="alert" aria-labelledby="wrong"><h2 id="wrong">有 ${errors.length} 处需要改正，其余内容已保留</h2>
<ul>${items}</ul></section>
`;
}

/** The frame of a form: works as it is, without a script. */
export function formFrame(
  { token }: ShownForm,
  {
    action,
    button,
    upload = false,
  }: { readonly action: string; readonly button: string; readonly upload?: boolean },
  content: SafeHtml | readonly SafeHtml[],
): SafeHtml {
  return html`<form class="card entry" action="${action}" method="post"${upload ? html` enctype="multipart/form-data"` : null} novalidate>
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
${content}<p class="actions"><button type="submit">${button}</button></p>
</form>
`;
}

/** "错误：" first, so that it is heard first. */
export const titleOf = ({ errors }: Pick<ShownForm, 'errors'>, title: string): string =>
  errors.length === 0 ? title : `错误：${title}`;
