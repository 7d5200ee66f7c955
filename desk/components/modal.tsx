import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Key } from './key.tsx';

type Given = { name: string; onClose: () => void; children: ComponentChildren };

/** A modal dialog: the browser keeps the focus in it and gives it back when it closes. */
export function Modal({ name, onClose, children }: Given) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
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
