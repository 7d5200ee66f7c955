const ROOT = '/desk/threads';

/** Whether the desk's address is that of the threads, or of one of them. */
export function isThreads(pathname: string): boolean {
  return pathname === ROOT || pathname.startsWith(`${ROOT}/`);
}

/** The id of the thread in the address; null for the list of all. */
export function threadIn(pathname: string): string | null {
  return /^\/desk\/threads\/(\w+)$/.exec(pathname)?.[1] ?? null;
}

export function threadAddress(id: string): string {
  return `${ROOT}/${id}`;
}

/** Not `q`, which is what the queue behind it searches for. */
export function threadsAddress(q: string | null): string {
  return q === null ? ROOT : `${ROOT}?${new URLSearchParams({ find: q })}`;
}
