const WORDS =
  'the bridge was closed for nine weeks and nobody said why although the council met twice while ferries ran half empty to the island and the bakery on the quay lost most of its trade before spring'.split(
    ' ',
  );

/** Posts top comments of 15 to 34 words, each by somebody else from somewhere else. */
export async function seedThread(ask: {
  worker: string;
  article: string;
  comments: number;
}): Promise<void> {
  for (let at = 0; at < ask.comments; at++) {
    const length = 15 + (at % 20);
    const body = Array.from(
      { length },
      (_, i) => WORDS[(at * 7 + i * (1 + (at % 5))) % WORDS.length],
    );
    const answer = await fetch(`${ask.worker}/api/v1/comments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'cf-connecting-ip': `10.${at % 250}.${Math.floor(at / 250)}.7`,
      },
      body: JSON.stringify({
        site: 'daily-planet',
        url: ask.article,
        title: 'Nine weeks',
        name: `Reader ${at}`,
        body: `${body.join(' ')} ${at}.`,
      }),
    });
    if (answer.status !== 201) throw new Error(`A comment was refused: ${await answer.text()}`);
    const { comment } = (await answer.json()) as { comment: { status: string } };
    if (comment.status !== 'published') throw new Error(`Comment ${at} was ${comment.status}.`);
  }
}
