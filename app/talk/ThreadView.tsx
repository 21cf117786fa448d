import { Trans, useLingui } from '@lingui/react/macro';
import { Check, MapPin, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { may, type Role } from '../../model/protocol/roles.ts';
import type { CommentAnchor, TalkCommand } from '../../model/protocol/talk.ts';
import { classNames } from '../design/classNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { RelativeTime } from '../library/RelativeTime.tsx';
import type { TalkComment } from '../session/talk.ts';
import { anchorName } from '../../model/text/anchorName.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { Composer } from './Composer.tsx';
import type { Thread } from '../../model/protocol/threads.ts';
import { Reactions } from './Reactions.tsx';
import type { JumpTo } from './talkAbout.ts';
import styles from './ThreadView.module.css';

export interface ThreadViewProps {
  readonly map: JourneyMap;
  readonly thread: Thread<TalkComment>;
  readonly myId: string | undefined;
  /** undefined until the server has said it: then nothing is offered. */
  readonly role: Role | undefined;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly jumpTo: JumpTo;
  readonly onAnswer: (text: string) => void;
  readonly onRun: (command: TalkCommand) => void;
}

/** A first comment, what it is about, its answers, and what may be done with it. */
export function ThreadView({ map, thread, myId, role, people, jumpTo, onAnswer, onRun }: ThreadViewProps) {
  const { t } = useLingui();
  const [answering, setAnswering] = useState(false);
  const { first, answers } = thread;
  const mayComment = role !== undefined && may(role, 'comment');
  const mayModerate = role !== undefined && may(role, 'moderateTalk');
  const mayResolve = mayComment && (first.personId === myId || mayModerate);
  return (
    <li className={classNames(styles['thread'], first.resolved !== null && styles['resolved'])}>
      <div className={styles['head']}>
        <Place map={map} anchor={first.anchor} jumpTo={jumpTo} />
        {mayResolve && (
          <IconButton
            label={first.resolved === null ? t`Resolve` : t`Open again`}
            icon={first.resolved === null ? <Check /> : <RotateCcw />}
            tooltipSide="left"
            onClick={() => onRun({ type: 'resolveComment', id: first.id, resolved: first.resolved === null })}
          />
        )}
      </div>
      {[first, ...answers].map((comment) => (
        <CommentView
          key={comment.id}
          comment={comment}
          people={people}
          myId={myId}
          mayReact={mayComment}
          mayEdit={mayComment && comment.personId === myId}
          mayDelete={mayComment && (comment.personId === myId || mayModerate)}
          onRun={onRun}
        />
      ))}
      {first.resolved !== null && (
        <p className={styles['done']}>
          <Check aria-hidden />
          <Trans>Resolved by {first.resolved.personName}</Trans>
        </p>
      )}
      {mayComment && first.resolved === null && !answering && (
        <Button size="small" look="quiet" onClick={() => setAnswering(true)}>
          <Trans>Answer</Trans>
        </Button>
      )}
      {answering && (
        <Composer
          label={t`Answer`}
          hiddenLabel
          autoFocus
          people={people}
          onSend={(text) => {
            onAnswer(text);
            setAnswering(false);
          }}
          onCancel={() => setAnswering(false)}
        />
      )}
    </li>
  );
}

interface PlaceProps {
  readonly map: JourneyMap;
  readonly anchor: CommentAnchor | null;
  readonly jumpTo: JumpTo;
}

/** What a thread is about; a press goes there. */
function Place({ map, anchor, jumpTo }: PlaceProps) {
  const language = useLanguage();
  if (anchor === null)
    return (
      <span className={styles['place']}>
        <Trans>The map as a whole</Trans>
      </span>
    );
  const name = anchorName(map, anchor, language);
  if (name === undefined)
    return (
      <span className={styles['place']}>
        <Trans>About something that was deleted since</Trans>
      </span>
    );
  const words = name === '' ? <Trans>Without a title</Trans> : name;
  const jump = jumpTo(anchor);
  if (jump === undefined) return <span className={styles['place']}>{words}</span>;
  return (
    <button type="button" className={classNames(styles['place'], styles['jump'])} onClick={jump}>
      <MapPin aria-hidden />
      <span>{words}</span>
    </button>
  );
}

interface CommentViewProps {
  readonly comment: TalkComment;
  readonly people: ThreadViewProps['people'];
  readonly myId: string | undefined;
  readonly mayReact: boolean;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  readonly onRun: (command: TalkCommand) => void;
}

function CommentView({ comment, people, myId, mayReact, mayEdit, mayDelete, onRun }: CommentViewProps) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const { id, personName, text, at, editedAt, isWaiting } = comment;
  return (
    <article className={styles['comment']} aria-label={t`Comment of ${personName}`}>
      <header className={styles['line']}>
        <strong>{personName === '' ? <Trans>Somebody</Trans> : personName}</strong>
        <span className={styles['when']}>
          {isWaiting ? <Trans>will be sent when the server is back</Trans> : <RelativeTime at={at} />}
          {editedAt !== null && (
            <>
              {' · '}
              <Trans>edited</Trans>
            </>
          )}
        </span>
        <span className={styles['tools']}>
          {mayEdit && !editing && (
            <IconButton
              size="small"
              label={t`Edit the comment`}
              icon={<Pencil />}
              onClick={() => setEditing(true)}
            />
          )}
          {mayDelete && (
            <IconButton
              size="small"
              label={t`Delete the comment`}
              icon={<Trash2 />}
              onClick={() => onRun({ type: 'deleteComment', id })}
            />
          )}
        </span>
      </header>
      {editing ? (
        <Composer
          label={t`Edit the comment`}
          hiddenLabel
          autoFocus
          text={text}
          people={people}
          onSend={(next) => {
            onRun({ type: 'editComment', id, text: next });
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className={styles['text']}>{text}</p>
      )}
      <Reactions comment={comment} myId={myId} mayReact={mayReact} onRun={onRun} />
    </article>
  );
}
