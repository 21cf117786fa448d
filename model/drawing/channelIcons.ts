import type { Channel } from '../map/channel.ts';

/** An icon for each channel as strokes on a 16 x 16 field. Our own paths, so that no icon font is needed anywhere. */
export const channelIcons: Readonly<Record<Channel, string>> = {
  phone:
    'M4 2.5h2.2l1.2 3-1.6 1.2a8 8 0 0 0 3.5 3.5l1.2-1.6 3 1.2V12A1.6 1.6 0 0 1 11.8 13.5C6.7 13.2 2.8 9.3 2.5 4.2A1.6 1.6 0 0 1 4 2.5Z',
  chat: 'M2.5 3.5h11v7h-6L4.5 13v-2.5h-2ZM5.5 7h.01M8 7h.01M10.5 7h.01',
  email: 'M2 4h12v8.5H2ZM2.5 4.5 8 9l5.5-4.5',
  form: 'M3.5 2h9v12h-9ZM6 5.5h4M6 8h4M6 10.5h2.5',
  web: 'M2 3h12v10H2ZM2 6h12M4 4.5h.01M6 4.5h.01',
  app: 'M5 1.5h6a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM7 12.5h2',
  messaging: 'M8 2.5a5.5 5 0 1 1-2.6 9.4L2.5 13l.9-2.6A5.5 5 0 0 1 8 2.5Z',
  social:
    'M4 8a1.6 1.6 0 1 0 0 .01M12 3.8a1.6 1.6 0 1 0 0 .01M12 12.2a1.6 1.6 0 1 0 0 .01M5.4 7.2l5.2-2.7M5.4 8.8l5.2 2.7',
  sms: 'M2.5 3h11v7.5H8L5 13v-2.5H2.5ZM5 5.7h6M5 7.9h4',
  inPerson: 'M8 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM3 14a5 5 0 0 1 10 0',
  letter: 'M2 5.5 8 2l6 3.5v8H2ZM2.3 5.8 8 9.3l5.7-3.5',
  kiosk: 'M3.5 2h9v7h-9ZM8 9v4.5M5 13.5h6M6 5.5h4',
  payment: 'M2 3.5h12v9H2ZM2 6.5h12M4 10h3',
  other: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM5.5 8h.01M8 8h.01M10.5 8h.01',
};
