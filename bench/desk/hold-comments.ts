const WORDS =
  'the harbour was full of fog and the ferry came late again while the council spoke of new piers and nobody asked the people on the island what they had paid for bread since spring'.split(
    ' ',
  );

/** Comments of 12 to 60 words, each by somebody else from somewhere else; the site holds them all. */
export async function holdComments(ask: {
  worker: string;
  site: string;
  article: string;
  comments: number;
}): Promise<void> {
  for (let at = 0; at < ask.comments; at++) {
    const length = 12 + ((at * 13) % 49);
    const step = 1 + (at % 7);
    const words = Array.from({ length }, (_, i) => WORDS[(at * 5 + i * step) % WORDS.length]);
    const answer = await fetch(`${ask.worker}/api/v1/comments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'cf-connecting-ip': `10.${at % 250}.${Math.floor(at / 250)}.9`,
      },
      body: JSON.stringify({
        site: ask.site,
        url: ask.article,
        title: 'Fog',
        name: `Reader ${at}`,
        email: `reader-${at}@reach.example`,
        body: `${words.join(' ')} ${at}.`,
      }),
    });
    if (answer.status !== 201) throw new Error(`A comment was refused: ${await answer.text()}`);
  }
}
