/** The part of the platform's binding that is used here. */
export type MailBinding = {
  send(message: { from: string; to: string; subject: string; text: string }): Promise<unknown>;
};

export type Mail = { to: string; subject: string; text: string };

/** False where mail is not set up or was not taken; whoever asks has another way. */
export async function sendMail(
  { binding, from }: { binding: MailBinding | undefined; from: string | null },
  mail: Mail,
): Promise<boolean> {
  if (binding === undefined || from === null) return false;
  try {
    await binding.send({ ...mail, from });
    return true;
  } catch (error) {
    console.error('mail', error);
    return false;
  }
}
