import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { askFocus } from '../store.ts';
import { Key } from './key.tsx';

type Given = {
  name: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Begin in the first field that is empty, where the dialog is there to be filled in. */
  toFill?: boolean;
};

/** A modal dialog: the browser keeps the focus in it and gives it back when it closes. */
export function Modal({ name, onClose, children, toFill = false }: Given) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    if (toFill) firstEmpty(shown)?.focus();
    return () => {
      shown?.close();
      // What had the focus before may have left the page meanwhile.
      queueMicrotask(() => document.activeElement === document.body && askFocus('keep'));
    };
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} aria-label={name} onCancel={cancel}>
      <div class="dialog-head">
        <h2>{name}</h2>
        <button type="button" class="plain" onClick={onClose}>
          Close <Key name="Esc" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

function firstEmpty(dialog: HTMLElement | null): HTMLInputElement | undefined {
  return [...(dialog?.querySelectorAll('input') ?? [])].find((input) => input.value === '');
}
