import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** The frame of every page that the Worker draws itself. All that is put in is escaped. */
export function htmlPage({ title, lang, body }: { title: string; lang: string; body: Html }): Html {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/page.css">
<link rel="icon" href="data:,">
</head>
<body>
${body}
</body>
</html>`;
}
