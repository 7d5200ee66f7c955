import * as z from 'zod';

/**
 * The tree of a comment's text. These few kinds are all there is: whoever draws a comment builds
 * its own nodes from them, so no markup of a reader's ever reaches a parser of HTML.
 */
export type Inline =
  | string
  | { type: 'break' }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'link'; href: string; text: string };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Block[] };

export const Inline: z.ZodType<Inline> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.strictObject({ type: z.literal('break') }),
      z.strictObject({ type: z.literal('emphasis'), children: z.array(Inline) }),
      z.strictObject({ type: z.literal('strong'), children: z.array(Inline) }),
      z.strictObject({
        type: z.literal('link'),
        href: z.string().regex(/^https?:\/\//i),
        text: z.string(),
      }),
    ]),
  )
  .meta({ id: 'Inline' });

export const Block: z.ZodType<Block> = z
  .lazy(() =>
    z.union([
      z.strictObject({ type: z.literal('paragraph'), children: z.array(Inline) }),
      z.strictObject({ type: z.literal('quote'), children: z.array(Block) }),
    ]),
  )
  .meta({ id: 'Block' });

export const Body = z.array(Block);
