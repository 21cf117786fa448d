import { z } from 'zod';

/** Where a customer meets the service. */
export const channels = [
  'phone',
  'chat',
  'email',
  'form',
  'web',
  'app',
  'messaging',
  'social',
  'sms',
  'inPerson',
  'letter',
  'kiosk',
  'payment',
  'other',
] as const;

export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/** Channels on which no person is present: a step whose only touchpoints are these is self-service. */
export const digitalChannels: ReadonlySet<Channel> = new Set(['web', 'app', 'kiosk', 'form']);
