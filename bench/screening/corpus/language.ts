/**
 * Sentences of one language, written for this project and free to use. `{s}` stands for a subject,
 * `{g}` for goods on offer, `{l}` for a link, `{c}` for a contact, `{n}` for a number.
 */
export type Language = {
  language: string;
  subjects: string[];
  honest: string[];
  goods: string[];
  spam: string[];
  names: string[];
};
