/** The public half of a key that stays in a moderator's device. */
export type Passkey = {
  id: string;
  moderatorId: string;
  name: string;
  /** COSE, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
};
