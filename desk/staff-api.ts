import type { ChangedItem, WriteNote } from '../src/contract/notes.ts';
import type {
  SavedReplies,
  SavedReply,
  SaveReply,
  StaffReplied,
  StaffReply,
  StaffReplyDeleted,
} from '../src/contract/staff.ts';
import { call, postOnce } from './api.ts';

const at = (id: string) => encodeURIComponent(id);

/** What moderators write themselves, and what they put on comments. */
export const staffApi = {
  /** `site` only says whose numbers are answered. */
  reply: (to: { id: string; site: string | null }, sent: { body: StaffReply; key: string }) => {
    const search = to.site === null ? '' : `?${new URLSearchParams({ site: to.site })}`;
    return postOnce<StaffReplied>(`/comments/${at(to.id)}/replies${search}`, sent);
  },
  deleteReply: (id: string) => call<StaffReplyDeleted>('DELETE', `/replies/${at(id)}`),
  savedReplies: (site: string) => call<SavedReplies>('GET', `/sites/${at(site)}/replies`),
  saveReply: (where: { site: string; id: string | null }, given: SaveReply) => {
    const list = `/sites/${at(where.site)}/replies`;
    return where.id === null
      ? call<SavedReply>('POST', list, given)
      : call<SavedReply>('PUT', `${list}/${at(where.id)}`, given);
  },
  feature: (id: string, version: number) =>
    call<ChangedItem>('PUT', `/comments/${at(id)}/featured`, { version }),
  unfeature: (id: string) => call<ChangedItem>('DELETE', `/comments/${at(id)}/featured`),
  writeNote: (id: string, sent: { body: WriteNote; key: string }) =>
    postOnce<ChangedItem>(`/comments/${at(id)}/notes`, sent),
  deleteNote: (id: string) => call<ChangedItem>('DELETE', `/notes/${at(id)}`),
  removeReply: (site: string, id: string) =>
    call<unknown>('DELETE', `/sites/${at(site)}/replies/${at(id)}`),
};
