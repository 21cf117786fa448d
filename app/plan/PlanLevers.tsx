import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Copy, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Lever } from '../../model/map/lever.ts';
import { newId } from '../../model/map/newId.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { tellDone } from '../design/parts/toasts.ts';
import { LeverList } from './LeverList.tsx';
import styles from './PlanTab.module.css';
import type { PlanInHand } from './usePlanInHand.ts';

const LeverForm = lazyPart(async () => (await import('./LeverForm.tsx')).LeverForm);

/** The measures that the plan is made of: to switch on and off, to change, and to make new ones. */
export function PlanLevers({ inHand }: { readonly inHand: PlanInHand }) {
  const { t } = useLingui();
  const { map, store, plan, isShown, readOnly, run, history } = inHand;
  const [edited, setEdited] = useState<Lever>();
  if (plan === undefined) return null;
  const use = (leverId: Lever['id']) => plan.levers.find((each) => each.leverId === leverId);
  /** A copy is the team's own: it no longer follows the library. */
  const duplicate = (lever: Lever) => {
    const { origin: _, ...own } = lever;
    const record = { ...own, id: newId('lever', Math.random), title: t`${lever.title} (copy)` };
    run({ type: 'put', collection: 'levers', record });
  };
  const remove = (lever: Lever) => {
    run({ type: 'delete', collection: 'levers', ids: [lever.id] });
    tellDone(t`The lever “${lever.title}” is deleted.`, history);
  };
  const tools = (lever: Lever) =>
    !readOnly && (
      <p className={styles['tools']}>
        <Button size="small" look="quiet" icon={<Pencil />} onClick={() => setEdited(lever)}>
          <Trans>Change</Trans>
        </Button>
        <IconButton
          size="small"
          label={t`Duplicate “${lever.title}”`}
          icon={<Copy />}
          onClick={() => duplicate(lever)}
        />
        <IconButton
          size="small"
          label={t`Delete “${lever.title}”`}
          icon={<Trash2 />}
          onClick={() => remove(lever)}
        />
      </p>
    );
  return (
    <>
      <h2 className={styles['heading']}>
        <Trans>Levers</Trans>
        <span className={styles['aside']}>
          <Plural
            value={plan.levers.filter((lever) => lever.on).length}
            one="# switched on"
            other="# switched on"
          />
        </span>
      </h2>
      {map.levers.length === 0 ? (
        <p className={styles['note']}>
          <Trans>This map has no levers yet: measures that a team could take.</Trans>
        </p>
      ) : (
        <LeverList
          map={map}
          plan={plan}
          readOnly={readOnly}
          onSwitch={(leverId, on) => {
            run({ type: 'setPlanLever', planId: plan.id, leverId, fields: { on } });
            if (!isShown) store.show(plan.id);
          }}
          tools={tools}
        />
      )}
      {!readOnly && (
        <Button
          size="small"
          className={styles['service']}
          icon={<Plus />}
          onClick={() => setEdited(emptyLever())}
        >
          <Trans>New lever</Trans>
        </Button>
      )}
      {edited !== undefined && (
        <LeverForm
          map={map}
          lever={edited}
          use={use(edited.id)}
          onClose={() => setEdited(undefined)}
          onSave={(lever, inPlan) => {
            const on = use(lever.id)?.on ?? true;
            const levers = [
              ...plan.levers.filter((each) => each.leverId !== lever.id),
              { leverId: lever.id, on, ...inPlan },
            ];
            run({
              type: 'together',
              commands: [
                { type: 'put', collection: 'levers', record: lever, base: edited },
                { type: 'put', collection: 'plans', record: { ...plan, levers } },
              ],
            });
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

const emptyLever = (): Lever => ({
  id: newId('lever', Math.random),
  title: '',
  description: '',
  effects: [],
  cost: { once: 0, perMonth: 0 },
  leadWeeks: 4,
  rampWeeks: 12,
  requires: [],
  excludes: [],
  evidenceIds: [],
});
