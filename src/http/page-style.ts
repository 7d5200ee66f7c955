/** The style of the pages that the Worker draws itself: threads without JavaScript, docs, notices. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #5a5a5a; --line: #d8d5cf; --paper: #fff;
  --accent: #0b57a4; --error: #b3261e; --mark: #fdf3d0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --quiet: #a8a59e; --line: #3b3a37;
  --paper: #161615; --accent: #8ab8f0; --error: #ff9b92; --mark: #3a3320; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, serif;
  overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; }
main.wide { max-width: 60rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: 0 0 .8rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; }
.quiet, time, .actions { color: var(--quiet); font: .875rem/1.5 system-ui, sans-serif; }
.actions { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .35rem 0 0; }
.actions a { color: inherit; display: inline-block; padding: .2rem 0; }
ol.thread, ol.thread ol { list-style: none; margin: 0; padding: 0; }
ol.thread > li { border-top: 1px solid var(--line); padding: 1rem 0; }
ol.thread ol { margin-top: 1rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); }
ol.thread ol li { padding: .5rem 0; }
ol.thread ol ol ol ol { padding-inline-start: 0; border: 0; }
@media (max-width: 30rem) { ol.thread ol ol { padding-inline-start: 0; border: 0; } }
article:target { background: var(--mark); }
.name { font-weight: 600; }
.badge { padding-inline: .35em; border: 1px solid; color: var(--quiet); font: 600 .8125rem/1.4 system-ui, sans-serif; }
.name + time { margin-inline-start: .6rem; }
blockquote { margin: 0 0 .8rem; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line);
  color: var(--quiet); }
form { border-top: 1px solid var(--line); padding-top: 1rem; }
label { display: block; font: 600 .9375rem/1.4 system-ui, sans-serif; margin: 1rem 0 .3rem; }
input, textarea { width: 100%; font: inherit; color: inherit; background: transparent; padding: .5rem .6rem;
  border: 1px solid var(--quiet); border-radius: 3px; }
textarea { min-height: 8rem; resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--error); }
.error { color: var(--error); font: .9375rem/1.4 system-ui, sans-serif; margin: .3rem 0 0; }
.error::before { content: "\\26A0\\FE0E  "; }
button { font: 600 1rem/1 system-ui, sans-serif; margin-top: 1.25rem; padding: .85rem 1.3rem; border: 0;
  border-radius: 3px; background: var(--accent); color: var(--paper); cursor: pointer; }
button.second { margin-inline-start: .5rem; background: transparent; color: var(--accent); box-shadow: inset 0 0 0 1px; }
.notice { border-inline-start: 4px solid var(--accent); padding: .6rem .9rem; background: var(--mark); margin: 0 0 1.25rem; }
.notice.bad { border-color: var(--error); }
.trap { position: absolute; inset-inline-start: -100vw; width: 1px; height: 1px; overflow: hidden; }
pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); font-size: .8125rem; line-height: 1.45; }
table { border-collapse: collapse; width: 100%; font: .9375rem/1.5 system-ui, sans-serif; }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
`;
