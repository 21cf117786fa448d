import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { MessageCircle, MessageCircleOff } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { may } from '../../model/protocol/roles.ts';
import type { CommentAnchor, TalkCommand } from '../../model/protocol/talk.ts';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { tellProblem } from '../design/parts/toasts.ts';
import { secureRandom } from '../session/secureRandom.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useObservable, usePresence, useSavedState } from '../session/useSharedMap.ts';
import { anchorName } from '../../model/text/anchorName.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { refusalText } from '../share/refusalText.ts';
import { Composer } from './Composer.tsx';
import { draftsOf, keyOfAnchor } from './drafts.ts';
import type { JumpTo } from './talkAbout.ts';
import styles from './TalkTab.module.css';
import { ThreadView } from './ThreadView.tsx';
import { mentionsIn, threadsOf } from '../../model/protocol/threads.ts';

export interface TalkTabProps {
  readonly opened: OpenedMap;
  readonly map: JourneyMap;
  /** What a new comment is about: what was asked for, else the place that has the keyboard; undefined: the map as a whole. */
  readonly anchor: CommentAnchor | undefined;
  /** Its threads are shown first of all. */
  readonly anchorIsAsked: boolean;
  readonly jumpTo: JumpTo;
}

type Filter = 'open' | 'here' | 'all';

/** What people say about the map, thread by thread. */
export function TalkTab({ opened, map, anchor, anchorIsAsked, jumpTo }: TalkTabProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const { talk } = opened;
  const saved = useSavedState(opened);
  const isOnlyHere = saved.kind === 'savedOnDevice' && saved.server === 'none';
  useEffect(() => {
    if (!isOnlyHere) talk.open();
  }, [talk, isOnlyHere]);

  const connection = useObservable(talk.connection);
  const comments = useObservable(talk.comments);
  const ticket = useObservable(talk.ticket);
  const others = usePresence(opened);
  const threads = useMemo(() => threadsOf(comments), [comments]);
  const isHere = (one: CommentAnchor | null) => one?.recordId === anchor?.recordId;
  const [filter, setFilter] = useState<Filter>(() =>
    anchorIsAsked && threads.some(({ first }) => first.resolved === null && isHere(first.anchor))
      ? 'here'
      : 'open',
  );
  const people = useMemo(
    () => [
      ...others.map(({ person }) => person),
      ...comments.map(({ personId, personName }) => ({ id: personId, name: personName })),
    ],
    [others, comments],
  );

  if (isOnlyHere)
    return (
      <EmptyState icon={<MessageCircle />} title={<Trans>Comments need others</Trans>}>
        <Trans>
          This map is on this device alone. Put it on the server with Share; then everybody you let in can
          comment here.
        </Trans>
      </EmptyState>
    );
  if (connection.kind === 'refused')
    return (
      <EmptyState icon={<MessageCircleOff />} title={<Trans>The comments are not open to you</Trans>}>
        <Trans>Your link shows the map without them. Ask its owner for a link that lets you comment.</Trans>
      </EmptyState>
    );
  const isLoaded = connection.kind === 'connected' && connection.synced;
  if (!isLoaded && connection.kind !== 'offline' && comments.length === 0)
    return (
      <div role="status" aria-busy aria-label={t`Fetching the comments`} className={styles['loading']}>
        <Skeleton height={64} />
        <Skeleton height={64} />
      </div>
    );

  const run = async (command: TalkCommand) => {
    const sent = await talk.run(command);
    if (!sent.ok) tellProblem(refusalText(sent.error, i18n));
  };
  const newComment = (text: string, threadId: string | null) =>
    run({
      type: 'comment',
      id: newCommentId(),
      anchor: threadId === null ? (anchor ?? null) : null,
      threadId,
      text,
      mentions: [...mentionsIn(text, people)],
    });
  const mayComment = ticket === undefined || may(ticket.role, 'comment');
  const shown = threads.filter(({ first }) =>
    filter === 'all' ? true : first.resolved === null && (filter === 'open' || isHere(first.anchor)),
  );
  const drafts = draftsOf(talk);
  const about = anchor === undefined ? undefined : anchorName(map, anchor, language);
  return (
    <div className={styles['tab']}>
      {connection.kind === 'offline' && (
        <p className={styles['note']} role="status">
          <Trans>
            The server cannot be reached. These are the comments as this device last saw them; what you write
            is sent when it is back.
          </Trans>
        </p>
      )}
      {mayComment && (
        <Composer
          key={keyOfAnchor(anchor)}
          text={drafts.of(anchor)}
          onChange={(text) => drafts.keep(anchor, text)}
          label={about === undefined || about === '' ? t`About the map` : t`About “${about}”`}
          people={people}
          onSend={(text) => void newComment(text, null)}
        />
      )}
      {threads.length === 0 ? (
        <EmptyState icon={<MessageCircle />} title={<Trans>Nobody has said anything yet</Trans>}>
          <Trans>
            Select a card, a step or a lane, or press the bubble of a number or a plan, and write what is
            unclear, missing or worth a thank-you.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <div className={styles['filter']}>
            <SelectField
              label={t`Shown comments`}
              hiddenLabel
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value as Filter)}
            >
              <option value="open">{t`Open threads`}</option>
              <option value="here">{t`Open threads about what is selected`}</option>
              <option value="all">{t`All threads`}</option>
            </SelectField>
            <span className={styles['count']}>
              <Plural value={shown.length} one="# thread" other="# threads" />
            </span>
          </div>
          <ul className={styles['threads']}>
            {shown.map((thread) => (
              <ThreadView
                key={thread.first.id}
                map={map}
                thread={thread}
                myId={ticket?.person.id}
                role={ticket?.role}
                people={people}
                jumpTo={jumpTo}
                onAnswer={(text) => void newComment(text, thread.first.id)}
                onRun={(command) => void run(command)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Made here, so that sending twice does no harm. */
const newCommentId = (): string =>
  Array.from({ length: 16 }, () => Math.floor(secureRandom() * 36).toString(36)).join('');
