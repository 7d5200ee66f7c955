import { useEffect, useState } from 'preact/hooks';
import type { SignedInDevice } from '../../src/contract/desk.ts';
import { api, type Failure, messageOf } from '../api.ts';
import { deviceName } from '../device-name.ts';
import { accountApi } from '../people-api.ts';
import { exactTime } from '../relative-time.ts';

/** Where this moderator is signed in, each to be ended from here. */
export function Devices() {
  const [devices, setDevices] = useState<SignedInDevice[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const fail = (answer: Failure) => setError(messageOf(answer));
  useEffect(() => {
    api.devices().then((answer) => {
      if (answer.ok) setDevices(answer.value.sessions);
      else fail(answer);
    });
  }, []);
  const revoke = async (id: string) => {
    const answer = await api.revoke(id);
    if (answer.ok) setDevices((all) => all?.filter((device) => device.id !== id) ?? null);
    else fail(answer);
  };
  const endOthers = async () => {
    const answer = await accountApi.endOthers();
    if (answer.ok) setDevices(answer.value.sessions);
    else fail(answer);
  };
  return (
    <section>
      <h3>Signed in on</h3>
      <ul class="devices">
        {devices?.map((device) => (
          <Device key={device.id} device={device} onRevoke={() => revoke(device.id)} />
        ))}
      </ul>
      {devices !== null && devices.length > 1 && (
        <button type="button" onClick={endOthers}>
          End all others
        </button>
      )}
      <p class="error" role="alert">
        {error}
      </p>
    </section>
  );
}

function Device({ device, onRevoke }: { device: SignedInDevice; onRevoke: () => void }) {
  const name = deviceName(device.userAgent);
  return (
    <li>
      <span title={device.userAgent ?? undefined}>
        {name}
        {device.current && <span class="quiet"> this one</span>}
        <br />
        <span class="quiet">since {exactTime(Date.parse(device.createdAt))}</span>
      </span>
      {!device.current && (
        <button type="button" aria-label={`End ${name}`} onClick={onRevoke}>
          End
        </button>
      )}
    </li>
  );
}
