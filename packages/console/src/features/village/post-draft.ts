import { isVillageItem, type VillageItem } from '@zhaoshi/domain/village/village-items';
import { POST_KIND_NAMES, type PostKind } from '@zhaoshi/domain/village/village-post';
import { type Draft, draftKey, draftsOf, keepDraft, readDraft, removeDraft } from '../../app/draft-store.ts';
import { movePhotos, removePhotos } from './photo-store.ts';

/** A post as it is being written on this device. */
export interface PostDraft {
  readonly item: VillageItem;
  readonly from: string;
  readonly to: string;
  /** The post that is corrected with the version that was seen; `null`: a new one. */
  readonly corrects: { readonly postId: string; readonly version: number } | null;
  readonly kind: PostKind;
  /** What an important matter is about. */
  readonly subject: string;
  readonly body: string;
  /** In the device's store of photos. */
  readonly photos: readonly string[];
  readonly hasLooked: boolean;
  readonly committeeSigner: string;
  readonly supervisorSigner: string;
  readonly reason: string;
  readonly justified: readonly { readonly key: string; readonly reason: string }[];
  /** It is to go out as soon as there is a connection. */
  readonly isQueued: boolean;
  /** Of the submission: sent twice it is posted once. */
  readonly submission: string;
}

/** Whose drafts, and in which village. */
export interface DraftOwner {
  readonly accountId: string;
  readonly organId: string;
}

const FORM = 'village.post/';

/** Of a post of its period there is one draft; of important matters one a day. */
export const postDraftKey = (
  { accountId, organId }: DraftOwner,
  { item, from, to, corrects }: Pick<PostDraft, 'item' | 'from' | 'to' | 'corrects'>,
): string =>
  draftKey(accountId, organId, `${FORM}${corrects === null ? `${item}/${from}/${to}` : corrects.postId}`);

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : []);

function correctsOf(value: unknown): PostDraft['corrects'] {
  if (typeof value !== 'object' || value === null || !('postId' in value) || !('version' in value))
    return null;
  const { postId, version } = value;
  return isText(postId) && typeof version === 'number' ? { postId, version } : null;
}

function justifiedOf(value: unknown): PostDraft['justified'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('key' in one) || !('reason' in one)) return [];
    return isText(one.key) && isText(one.reason) ? [{ key: one.key, reason: one.reason }] : [];
  });
}

/** The draft out of the device's store; `null` for what an earlier version of the console left there. */
function parsed({ values }: Draft): PostDraft | null {
  const { item, from, to, subject, body, committeeSigner, supervisorSigner, reason, submission } = values;
  const kind = POST_KIND_NAMES.find((one) => one === values['kind']);
  if (!isText(item) || !isVillageItem(item) || !isText(from) || !isText(to) || kind === undefined)
    return null;
  const line = (value: unknown): string => (isText(value) ? value : '');
  return {
    item,
    from,
    to,
    corrects: correctsOf(values['corrects']),
    kind,
    subject: line(subject),
    body: line(body),
    photos: texts(values['photos']),
    hasLooked: values['hasLooked'] === true,
    committeeSigner: line(committeeSigner),
    supervisorSigner: line(supervisorSigner),
    reason: line(reason),
    justified: justifiedOf(values['justified']),
    isQueued: values['isQueued'] === true,
    submission: isText(submission) ? submission : crypto.randomUUID(),
  };
}

export function readPostDraft(key: string): PostDraft | null {
  const draft = readDraft(key);
  return draft === null ? null : parsed(draft);
}

export const keepPostDraft = (key: string, draft: PostDraft, title: string, path: string): void =>
  keepDraft(key, { values: draft, version: draft.corrects?.version ?? null, title, path });

/** Forgets a draft with its photos. */
export async function removePostDraft(key: string): Promise<void> {
  const draft = readPostDraft(key);
  removeDraft(key);
  await removePhotos(draft?.photos ?? []);
}

/**
 * Takes what was written over to another period, with its photos; a draft that is there already stays as it is.
 *
 * @returns the key of the draft of the other period
 */
export async function movePostDraft(
  owner: DraftOwner,
  about: Pick<PostDraft, 'item' | 'from' | 'to' | 'corrects'>,
  next: Pick<PostDraft, 'from' | 'to'>,
  { title, path }: { readonly title: string; readonly path: string },
): Promise<string> {
  const [left, key] = [postDraftKey(owner, about), postDraftKey(owner, { ...about, ...next })];
  const draft = readPostDraft(left);
  if (draft === null || readPostDraft(key) !== null) return key;
  keepPostDraft(key, { ...draft, ...next, isQueued: false, submission: crypto.randomUUID() }, title, path);
  await movePhotos(draft.photos, key);
  removeDraft(left);
  return key;
}

export interface KeptPostDraft {
  readonly key: string;
  readonly draft: PostDraft;
  readonly title: string;
  readonly path: string;
}

/** The posts that wait on this device, of a person in a village. */
export const postDraftsOf = (owner: DraftOwner): readonly KeptPostDraft[] => {
  const prefix = draftKey(owner.accountId, owner.organId, FORM);
  return draftsOf(owner.accountId).flatMap((key) => {
    const kept = key.startsWith(prefix) ? readDraft(key) : null;
    const draft = kept === null ? null : parsed(kept);
    return kept === null || draft === null ? [] : [{ key, draft, title: kept.title, path: kept.path }];
  });
};
