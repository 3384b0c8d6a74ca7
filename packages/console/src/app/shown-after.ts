type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of the answer belongs to a thing that was read; `null` where the answer has not all of it. */
function partFor(read: Fields, answer: Fields): Fields | null {
  const names = Object.keys(read);
  if (!names.every((name) => Object.hasOwn(answer, name))) return null;
  return Object.fromEntries(names.map((name) => [name, answer[name]]));
}

/** A line of a list says less of a thing than its own page, and may say it otherwise. */
const isAsWide = (line: Fields, answer: Fields): boolean =>
  Object.keys(line).length === Object.keys(answer).length;

/** Whether what was read is the thing that was changed: no name of its address says otherwise, and one says so. */
const isNamed = (known: Fields, changed: Fields): boolean => {
  const told = Object.keys(changed).filter((name) => known[name] !== undefined);
  return told.length > 0 && told.every((name) => String(known[name]) === String(changed[name]));
};

interface Change {
  /** The parameters by which the changed thing was called. */
  readonly params: Fields;
  /** What the change answered; it may tell more than the thing itself, such as what was left out. */
  readonly answer: unknown;
  /** The version that it rested on. */
  readonly base?: number | undefined;
}

const isSame = (one: Fields, other: Fields): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => String(value) === String(other[name]));

/**
 * The thing with the version to which a change raised it that answers something else, such as a link: nobody but this
 * change was between, so that what is shown is still what the next change rests on.
 */
function raisedAfter(read: Fields, asked: Fields, { answer, base }: Change): Fields {
  const raised = isFields(answer) ? answer['raised'] : undefined;
  if (!isFields(raised) || base === undefined || read['version'] !== base) return read;
  const { version, ...ids } = raised;
  return isSame(asked, ids) ? { ...read, version } : read;
}

/**
 * What was read, with the answer of a change in the place of the thing it changed: whoever changes it again before it
 * is read again does so over its new version. The same object where that thing is not in it.
 *
 * @param read an answer kept from before: the thing itself, or a list with `items`
 * @param asked the parameters by which that was asked for
 */
export function shownAfter(read: unknown, asked: Fields, change: Change): unknown {
  const { params, answer } = change;
  if (!isFields(read) || !isFields(answer)) return read;
  if ('raised' in answer) return raisedAfter(read, asked, change);
  const renewed = (thing: Fields): Fields =>
    'version' in thing && isNamed({ ...asked, ...thing }, params) ? (partFor(thing, answer) ?? thing) : thing;
  const { items } = read;
  if (!Array.isArray(items)) return renewed(read);
  const after = items.map((line: unknown) =>
    isFields(line) && isAsWide(line, answer) ? renewed(line) : line,
  );
  return after.some((item, index) => item !== items[index]) ? { ...read, items: after } : read;
}

/** The parameters of a request, as it is kept in the key of its answer. */
export const paramsOf = (request: unknown): Fields => {
  const params = isFields(request) ? request['params'] : undefined;
  return isFields(params) ? params : {};
};
