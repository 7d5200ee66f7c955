import type { FeatureDeps } from './domain/featuring.ts';
import type { NoteDeps } from './domain/note.ts';
import type { SavedReplyDeps } from './domain/saved-reply.ts';
import type { DeleteStaffReplyDeps, StaffReplyDeps } from './domain/staff-reply.ts';
import type { Seal } from './identity/seal.ts';
import { RULES_VERSION } from './screening/checks/index.ts';
import { comparable } from './screening/comparable.ts';
import { detectLanguage } from './screening/language/detect-language.ts';
import { eraseComment, findRequest } from './store/comments.ts';
import type { Database } from './store/database.ts';
import { removeFeatured, storeFeatured } from './store/featured.ts';
import { removeNote, storeNote } from './store/notes.ts';
import { listReplies, removeReply, saveReply } from './store/saved-replies.ts';
import { findSite } from './store/sites.ts';
import { insertStaffReply } from './store/staff-replies.ts';

/** What the desk needs to write itself, beyond deciding. */
export type StaffDeps = Omit<
  StaffReplyDeps & DeleteStaffReplyDeps & SavedReplyDeps & FeatureDeps & NoteDeps,
  keyof Shared
> & { removeReply(at: { id: string; siteKey: string }): Promise<boolean> };

/** What deciding needs as well. */
type Shared = Pick<
  StaffReplyDeps & DeleteStaffReplyDeps,
  'newId' | 'trace' | 'findComment' | 'findComments' | 'listDecisions' | 'storeDecisions'
>;

export function makeStaffDeps(db: Database, seal: Seal): StaffDeps {
  return {
    rulesVersion: RULES_VERSION,
    hash: seal.hash,
    comparable,
    languageOf: detectLanguage,
    findSite: (key) => findSite(db, key),
    findRequest: (key) => findRequest(db, key),
    insertStaffReply: (reply) => insertStaffReply(db, reply),
    eraseComment: (at) => eraseComment(db, at),
    listReplies: (siteKey) => listReplies(db, siteKey),
    saveReply: (saved) => saveReply(db, saved),
    storeFeatured: (ask) => storeFeatured(db, ask),
    removeFeatured: (ask) => removeFeatured(db, ask),
    storeNote: (ask) => storeNote(db, ask),
    removeNote: (at) => removeNote(db, at),
    removeReply: (at) => removeReply(db, at),
  };
}
