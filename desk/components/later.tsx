import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the desk that is fetched when it is first wanted. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [found, setFound] = useState<{ Part: ComponentType | null; failed: boolean }>({
    Part: null,
    failed: false,
  });
  useEffect(() => {
    load().then(
      (Part) => setFound({ Part, failed: false }),
      () => setFound({ Part: null, failed: true }),
    );
  }, [load]);
  if (found.failed) return <p role="alert">This could not be loaded. Reload the page.</p>;
  return found.Part === null ? null : <found.Part />;
}
