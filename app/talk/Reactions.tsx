import { useLingui } from '@lingui/react/macro';
import { SmilePlus } from 'lucide-react';
import { type ReactionKind, reactionKinds, type TalkCommand } from '../../model/protocol/talk.ts';
import { classNames } from '../design/classNames.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem } from '../design/parts/Menu.tsx';
import type { TalkComment } from '../session/talk.ts';
import { comma } from '../language/comma.ts';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './Reactions.module.css';

const signs: Readonly<Record<ReactionKind, string>> = {
  thumbsUp: '👍',
  heart: '❤️',
  celebrate: '🎉',
  smile: '😄',
  thinking: '🤔',
  eyes: '👀',
};

export interface ReactionsProps {
  readonly comment: TalkComment;
  readonly myId: string | undefined;
  readonly mayReact: boolean;
  readonly onRun: (command: TalkCommand) => void;
}

/** The signs that people set to a comment: each with its number and who it was; a press sets or takes back one's own. */
export function Reactions({ comment: { id, reactions }, myId, mayReact, onRun }: ReactionsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const names: Readonly<Record<ReactionKind, string>> = {
    thumbsUp: t`Agree`,
    heart: t`Love it`,
    celebrate: t`Well done`,
    smile: t`Made me smile`,
    thinking: t`Not sure`,
    eyes: t`Looking into it`,
  };
  const isMine = (kind: ReactionKind) => reactions.some((one) => one.kind === kind && one.personId === myId);
  const toggle = (kind: ReactionKind) => onRun({ type: 'react', id, kind, on: !isMine(kind) });
  const shown = reactionKinds.filter((kind) => reactions.some((one) => one.kind === kind));
  if (shown.length === 0 && !mayReact) return null;
  return (
    <div className={styles['row']}>
      {shown.map((kind) => {
        const people = reactions.filter((one) => one.kind === kind).map((one) => one.personName);
        const who = `${names[kind]}: ${people.join(comma(language))}`;
        return (
          <button
            key={kind}
            type="button"
            className={classNames(styles['sign'], isMine(kind) && styles['mine'])}
            aria-pressed={isMine(kind)}
            aria-label={who}
            title={who}
            disabled={!mayReact}
            onClick={() => toggle(kind)}
          >
            <span aria-hidden>{signs[kind]}</span>
            {people.length}
          </button>
        );
      })}
      {mayReact && (
        <Menu trigger={<IconButton size="small" label={t`React`} icon={<SmilePlus />} />}>
          {reactionKinds.map((kind) => (
            <MenuItem key={kind} icon={<span aria-hidden>{signs[kind]}</span>} onSelect={() => toggle(kind)}>
              {names[kind]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
