import { FORMS } from '@zhaoshi/domain/annual-report/forms/registry';
import { type FormVersion, TABLE_IDS, TABLE_NAMES } from '@zhaoshi/domain/annual-report/ids';
import { CHECK_RULES } from '@zhaoshi/domain/annual-report/rules/catalogue';
import { type Command, Option } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { formVersion } from '../options.ts';
import { SEVERITY_NAMES } from '../print/findings.ts';
import { textTable } from '../print/text-table.ts';

interface FormsOptions {
  readonly form?: FormVersion;
  readonly rules?: boolean;
  readonly json?: boolean;
}

export function reportFormsCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('列出两版统一格式的每一格（编号、名称、条文），或全部校验规则')
    .addOption(new Option('--form <版本>', '只列这一版').argParser(formVersion))
    .option('--rules', '列出校验规则')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (options: FormsOptions) => {
      await (options.rules === true ? listRules(options, io) : listForms(options, io));
      finish(EXIT.clean);
    });
}

async function listForms(options: FormsOptions, io: Io): Promise<void> {
  const forms = Object.values(FORMS).filter(
    ({ version }) => options.form === undefined || version === options.form,
  );
  if (options.json === true) {
    const value = forms.map(({ version, fromYear, toYear, source, tables }) => ({
      version,
      fromYear,
      toYear,
      source,
      cells: TABLE_IDS.flatMap((table) =>
        tables[table].cells.map(({ id, name, row, column }) => ({
          id,
          name,
          table,
          row: row.label,
          column: column.label,
          type: column.type,
          article: row.article,
        })),
      ),
    }));
    await write(io.stdout, `${JSON.stringify(value, null, 2)}\n`);
    return;
  }
  for (const form of forms) {
    const years = form.toYear === null ? `${form.fromYear}年度起` : `${form.fromYear}—${form.toYear}年度`;
    const counts = TABLE_IDS.map((table) => `${TABLE_NAMES[table]}${form.tables[table].cells.length}格`);
    await write(io.stdout, `${form.version}版格式（${years}，${form.source}）：${counts.join('，')}\n`);
    if (options.form !== undefined) {
      const rows = TABLE_IDS.flatMap((table) =>
        form.tables[table].cells.map(({ id, name, row }) => [id, name, row.article]),
      );
      const columns = [
        { title: '编号', grow: 0, least: 20 },
        { title: '名称', grow: 3, least: 24 },
        { title: '条文', grow: 1, least: 10 },
      ];
      await write(io.stdout, `${textTable(columns, rows, io.width)}\n`);
    }
  }
}

async function listRules(options: FormsOptions, io: Io): Promise<void> {
  const rules = CHECK_RULES.filter(
    ({ forms }) => options.form === undefined || forms === undefined || forms.includes(options.form),
  );
  if (options.json === true) {
    const value = rules.map(({ evaluate: _, ...rule }) => rule);
    await write(io.stdout, `${JSON.stringify(value, null, 2)}\n`);
    return;
  }
  const columns = [
    { title: '规则', grow: 0, least: 12 },
    { title: '级别', grow: 0, least: 4 },
    { title: '提示语', grow: 4, least: 30 },
    { title: '依据', grow: 2, least: 12 },
  ];
  const rows = rules.map((rule) => [rule.id, SEVERITY_NAMES[rule.severity], rule.message, rule.basis]);
  await write(io.stdout, `${textTable(columns, rows, io.width)}\n`);
}
