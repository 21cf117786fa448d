import { useLingui } from '@lingui/react/macro';
import { MessageCircle } from 'lucide-react';
import { use } from 'react';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import { IconButton, type IconButtonProps } from '../design/parts/IconButton.tsx';
import { useObservable } from '../session/useSharedMap.ts';
import { type TalkAbout, TalkAboutContext } from './talkAbout.ts';
import styles from './TalkButton.module.css';

export interface TalkButtonProps extends Pick<IconButtonProps, 'size'> {
  readonly anchor: CommentAnchor;
  /** What the record is called. */
  readonly name: string;
}

/** Leads to the threads about a number, a plan or a piece of evidence, and says how many are open. */
export function TalkButton(props: TalkButtonProps) {
  const talk = use(TalkAboutContext);
  return talk && <Button {...props} talk={talk} />;
}

function Button({ anchor, name, size, talk }: TalkButtonProps & { readonly talk: TalkAbout }) {
  const { t } = useLingui();
  const count = useObservable(talk.openThreads).get(anchor.recordId) ?? 0;
  return (
    <IconButton
      size={size}
      className={styles['button']}
      label={count === 0 ? t`Talk about “${name}”` : t`Talk about “${name}”, open threads: ${count}`}
      icon={
        <>
          <MessageCircle />
          {count > 0 && <span className={styles['count']}>{count}</span>}
        </>
      }
      onClick={() => talk.begin(anchor)}
    />
  );
}
