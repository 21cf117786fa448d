import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { SearchX } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import type { Canvas } from '../canvas/canvasContext.ts';
import { Button } from '../design/parts/Button.tsx';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Field } from '../design/parts/Field.tsx';
import { tellDone } from '../design/parts/toasts.ts';
import { findText } from '../../model/sharedMap/findText.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { FoundText } from './FoundText.tsx';
import styles from './ReplaceDialog.module.css';

export interface ReplaceDialogProps {
  readonly canvas: Canvas;
  readonly map: JourneyMap;
  readonly onClose: () => void;
}

const mostShown = 200;

/** Finds a text in everything people write on the map and replaces it where it is ticked, in one step of undo. */
export function ReplaceDialog({ canvas, map, onClose }: ReplaceDialogProps) {
  const { t, i18n } = useLingui();
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  /** Places that shall stay as they are. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  const matches = useMemo(
    () => findText(map, { find, matchCase }).map((match) => ({ ...match, key: keyOf(match) })),
    [map, find, matchCase],
  );
  const chosen = matches.filter(({ key }) => !left.has(key));
  const count = chosen.reduce((sum, { at }) => sum + at.length, 0);
  const more = i18n.number(matches.length - mostShown);

  const search = (text: string) => {
    setFind(text);
    setLeft(new Set());
  };
  const choose = (key: string, isIn: boolean) => {
    const next = new Set(left);
    if (isIn) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  const replace = (event: FormEvent) => {
    event.preventDefault();
    if (count === 0) return;
    const done = canvas.actions.run({ type: 'replaceText', find, replacement, matchCase, places: chosen });
    if (done === undefined) return;
    onClose();
    tellDone(t`The text is replaced.`, canvas.shared, canvas.actions.undo);
  };

  return (
    <Dialog
      open
      width="wide"
      title={t`Find and replace`}
      description={t`In titles, cards, quotes, labels, personas, evidence, the service and plans.`}
      onClose={onClose}
    >
      <form className={styles['form']} onSubmit={replace}>
        <Field label={t`Find`} value={find} onChange={(event) => search(event.currentTarget.value)} />
        <Field
          label={t`Replace with`}
          value={replacement}
          onChange={(event) => setReplacement(event.currentTarget.value)}
        />
        <Button look="main" type="submit" disabled={count === 0}>
          <Plural value={count} _0="Replace" one="Replace # place" other="Replace # places" />
        </Button>
      </form>
      <Checkbox checked={matchCase} onChange={setMatchCase}>
        <Trans>Tell capital from small letters</Trans>
      </Checkbox>
      <p role="status" className={styles['count']}>
        {find !== '' && <Plural value={matches.length} one="# text found" other="# texts found" />}
      </p>
      {find !== '' && matches.length === 0 && (
        <EmptyState icon={<SearchX />} title={<Trans>Nothing on this map says that</Trans>}>
          <Trans>Try a shorter part of the word.</Trans>
        </EmptyState>
      )}
      <ul className={styles['found']}>
        {matches.slice(0, mostShown).map((match) => (
          <li key={match.key}>
            <Checkbox checked={!left.has(match.key)} onChange={(isIn) => choose(match.key, isIn)}>
              <FoundText map={map} match={match} replacement={replacement} />
            </Checkbox>
          </li>
        ))}
      </ul>
      {matches.length > mostShown && (
        <p className={styles['count']}>
          <Trans>and {more} more, which are replaced as well</Trans>
        </p>
      )}
    </Dialog>
  );
}

const keyOf = ({ owner, id, field }: { owner: string; id: string; field: string }): string =>
  `${owner}/${id}/${field}`;
