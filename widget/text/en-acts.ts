const reasons: Record<string, string> = {
  spam: 'Spam or advertising',
  insult: 'Insult or threat',
  hate: 'Hate',
  'off-topic': 'Off topic',
  false: 'False information',
  other: 'Something else',
};

/** The words for what readers do with other people's comments. */
export const enActs = {
  report: 'Report',
  copy: 'Copy link',
  copied: 'The link is copied.',
  quote: 'Quote',
  mute: (name: string) => `Mute ${name}`,
  muted: (name: string) => `You have muted ${name}.`,
  show: 'Show',
  unmute: 'Unmute',
  thing: 'This comment',
  why: 'What is wrong with it?',
  details: 'In your own words',
  sendReport: 'Send report',
  reported: 'Thank you. A moderator will look at it.',
  choose: 'Please choose a reason.',
  reasons,
};

export type ActsText = typeof enActs;
