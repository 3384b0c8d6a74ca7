/** Photos that are not sent yet, on this device only: a browser's simple store holds no pictures. */
export interface KeptPhoto {
  readonly id: string;
  /** Key of the draft to which it belongs (`draft-store`). */
  readonly draft: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

const NAME = 'zhaoshi.village';
const STORE = 'photos';

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the device’s store failed')));
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE, { keyPath: 'id' });
  });
  return await finished(request);
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await finished(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Keeps a photo for a draft. @returns its id */
export async function keepPhoto(draft: string, file: Blob): Promise<string> {
  const id = crypto.randomUUID();
  const photo: KeptPhoto = { id, draft, type: file.type, bytes: await file.arrayBuffer() };
  await inStore('readwrite', (store) => store.put(photo));
  return id;
}

const isPhoto = (value: unknown): value is KeptPhoto =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'draft' in value;

const all = async (): Promise<readonly KeptPhoto[]> => {
  const found: readonly unknown[] = await inStore('readonly', (store) => store.getAll());
  return found.filter(isPhoto);
};

/** The photos of these ids, in their order; those that are gone are left out. */
export async function readPhotos(ids: readonly string[]): Promise<readonly KeptPhoto[]> {
  const found = new Map((await all()).map((photo) => [photo.id, photo]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function removePhotos(ids: readonly string[]): Promise<void> {
  for (const id of ids) await inStore('readwrite', (store) => store.delete(id));
}

/** Gives photos to another draft. */
export async function movePhotos(ids: readonly string[], draft: string): Promise<void> {
  for (const photo of await readPhotos(ids))
    await inStore('readwrite', (store) => store.put({ ...photo, draft }));
}

/** Forgets photos whose draft is gone: sent, given up, cleared at signing out, or left for a month. */
export async function removeLeftPhotos(isKept: (draft: string) => boolean): Promise<void> {
  await removePhotos((await all()).filter(({ draft }) => !isKept(draft)).map(({ id }) => id));
}
