import {
  AppWindow,
  CircleDot,
  CreditCard,
  FileText,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  MessagesSquare,
  Monitor,
  Phone,
  Share2,
  Store,
  StickyNote,
} from 'lucide-react';
import type { Box } from '../../../model/layout/mapLayout.ts';
import type { Channel } from '../../../model/map/channel.ts';
import styles from './ChannelIcon.module.css';

export const channelIcons: Readonly<Record<Channel, LucideIcon>> = {
  phone: Phone,
  chat: MessageCircle,
  email: Mail,
  form: FileText,
  web: Globe,
  app: AppWindow,
  messaging: MessagesSquare,
  social: Share2,
  sms: MessageSquareText,
  inPerson: Store,
  letter: StickyNote,
  kiosk: Monitor,
  payment: CreditCard,
  other: CircleDot,
};

/** The channel of a touchpoint. Its name is part of the card's name for screen readers. */
export function ChannelIcon({ channel, box }: { readonly channel: Channel; readonly box: Box }) {
  const Icon = channelIcons[channel];
  return (
    <Icon
      aria-hidden
      className={styles['icon']}
      width={box.width}
      height={box.height}
      style={{ left: box.x, top: box.y }}
    />
  );
}
