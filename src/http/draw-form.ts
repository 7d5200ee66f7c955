import { html } from 'hono/html';
import type { FieldError } from '../contract/problem.ts';
import type { Comment } from '../domain/comment.ts';
import type { SiteWithoutWords } from '../domain/site.ts';
import type { Html } from './html-page.ts';

export type FormValues = { body: string; name: string; email: string; website: string };

export type FormState = {
  site: SiteWithoutWords;
  page: { url: string | null; key: string | null; title: string | null };
  time: string;
  replyTo: Comment | null;
  values: FormValues;
  errors: FieldError[];
  cancel: string;
};

/** The form of a thread's page: it works without JavaScript and keeps what was typed. */
export function drawForm(state: FormState): Html {
  const { site, page, time, replyTo, values, errors } = state;
  return html`<form id="form" method="post" action="/t#form" novalidate aria-labelledby="form-title">
<h2 id="form-title">${replyTo === null ? 'Leave a comment' : html`Reply to <bdi>${replyTo.name}</bdi>`}</h2>
${replyTo === null ? '' : html`<p class="actions"><a href="${state.cancel}">Cancel reply</a></p>`}
${hidden('site', site.key)}${hidden('url', page.url)}${hidden('key', page.key)}
${hidden('title', page.title)}${hidden('formTime', time)}${hidden('parent', replyTo?.id ?? null)}
${area(state)}
${input(state, { field: 'name', label: 'Name', type: 'text', autocomplete: 'name' })}
${site.email === 'off' ? '' : input(state, { field: 'email', label: 'Email', type: 'email', autocomplete: 'email' })}
${site.website === 'off' ? '' : input(state, { field: 'website', label: 'Website', type: 'url', autocomplete: 'url' })}
<div class="trap" aria-hidden="true"><label>Leave this empty <input name="nickname" tabindex="-1" autocomplete="off"></label></div>
<button type="submit">Post comment</button>
${errors.some(({ code }) => code === 'rephrase') ? html`<button type="submit" name="anyway" value="yes" class="second">Send it as it is</button>` : ''}
${values.body.length > site.maxLength ? html`<p class="quiet">At most ${site.maxLength} characters.</p>` : ''}
</form>`;
}

function hidden(name: string, value: string | null): Html | '' {
  return value === null ? '' : html`<input type="hidden" name="${name}" value="${value}">`;
}

function area({ values, errors }: FormState): Html {
  // A first line end directly after the tag would be dropped by the browser; this one is.
  return html`<label for="body">Comment</label>
<textarea id="body" name="body" required dir="auto" ${described('body', errors)}>
${values.body}</textarea>
${errorOf('body', errors)}`;
}

type FieldSpec = {
  field: 'name' | 'email' | 'website';
  label: string;
  type: string;
  autocomplete: string;
};

function input({ site, values, errors }: FormState, spec: FieldSpec): Html {
  const { field, label, type, autocomplete } = spec;
  const isRequired = field === 'name' || site[field] === 'required';
  return html`<label for="${field}">${label}${isRequired ? '' : ' (optional)'}</label>
<input id="${field}" name="${field}" type="${type}" autocomplete="${autocomplete}" value="${values[field]}" dir="auto" ${isRequired ? 'required' : ''} ${described(field, errors)}>
${errorOf(field, errors)}`;
}

function described(field: string, errors: FieldError[]): Html | '' {
  if (!errors.some((error) => error.field === field)) return '';
  return html`aria-invalid="true" aria-describedby="${field}-error"`;
}

function errorOf(field: string, errors: FieldError[]): Html | '' {
  const error = errors.find((one) => one.field === field);
  return error === undefined ? '' : html`<p class="error" id="${field}-error">${error.message}</p>`;
}
