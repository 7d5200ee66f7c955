import { useState } from 'preact/hooks';

/** Where the clipboard is shut the text stands beside the button anyway. */
export function CopyButton({ text, of }: { text: string; of: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied: mark it by hand'),
    );
  };
  return (
    <>
      <button type="button" aria-label={`Copy ${of}`} onClick={copy}>
        Copy
      </button>{' '}
      <span role="status" class="quiet">
        {said}
      </span>
    </>
  );
}
