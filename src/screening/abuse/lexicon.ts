/**
 * How bad a word is. A threat or a slur (here also an insult beyond all argument) is never read past;
 * profanity and insults depend on whom they are meant for and on how many there are.
 */
export type Severity = 'threat' | 'slur' | 'profanity' | 'insult';

/** What a phrase of a lexicon is; `harmless` ones take back what stands within them. */
export type Kind = Severity | 'harmless';

/**
 * The words of one language. An entry stands on a line or between commas; in it
 *
 * - `word(|s|ed)` is a stem with its endings, `(one|two_words)` a choice;
 * - `word?` and `(a|b)?` may be left out, `~` is any one word or none;
 * - `stem*` is every word that begins so;
 * - `^ word` stands only where a sentence begins, as commands do.
 *
 * No entry begins or ends with what may be left out: the rest alone could mean anything (a test looks).
 * All is written as fold.ts leaves it (a test looks), so that an isolate need not fold it first: small
 * letters, no accents. Sentence ends are never crossed. Leet, lookalikes, split and drawn-out letters
 * are the folding's business. Words that mean something harmless in any of these languages stay out, or
 * stand only within a phrase: "con" (Spanish: with), "retard" (French: delay), "Pute" (German:
 * turkey), "got", "pic". The same goes for words of address: "yo" (English slang, Spanish: I).
 */
export type Lexicon = {
  language: string;
  /** Words for the one who is talked to; `two_words` stand in that order. */
  address: string;
} & Record<Kind, string>;
