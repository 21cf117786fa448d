import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Route, ServiceNode } from '../../model/map/serviceNode.ts';
import { outcomeNames } from '../../model/text/serviceNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import { rescaledRoutes, wholeRoutes } from './rescaledRoutes.ts';
import styles from './ServiceDialog.module.css';

export interface RouteTableProps {
  readonly map: JourneyMap;
  readonly node: ServiceNode;
  readonly onChange: (routes: readonly Route[]) => void;
}

/** Where contacts go from a node. Shares sum to 100 %: changing one scales the others. */
export function RouteTable({ map, node, onChange }: RouteTableProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { routes } = node;
  const put = (at: number, route: Route) => onChange(routes.map((each, i) => (i === at ? route : each)));
  const add = () => {
    const fresh: Route = { outcome: 'resolved', to: 'exit', share: 0, afterSeconds: 0 };
    onChange(routes.length === 0 ? [{ ...fresh, share: 1 }] : [...routes, fresh]);
  };
  const remove = (at: number) => {
    onChange(wholeRoutes(routes.filter((_, i) => i !== at)));
  };
  const judge = (at: number, outcome: Route['outcome']) =>
    onChange(wholeRoutes(routes.map((each, i) => (i === at ? { ...each, outcome } : each))));
  return (
    <div className={styles['routes']}>
      <h4 className={styles['heading']}>
        <Trans>Where contacts go from here</Trans>
      </h4>
      {routes.length === 0 && (
        <p className={styles['note']}>
          <Trans>Nowhere yet: all of them are done.</Trans>
        </p>
      )}
      {routes.map((route, at) => (
        // Routes have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles['route']}>
          <SelectField
            label={t`Outcome of route ${at + 1}`}
            hiddenLabel
            value={route.outcome}
            onChange={(event) => judge(at, event.currentTarget.value as Route['outcome'])}
          >
            {(Object.keys(outcomeNames) as Route['outcome'][]).map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcomeNames[outcome][language]}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t`Target of route ${at + 1}`}
            hiddenLabel
            value={route.to}
            onChange={(event) => put(at, { ...route, to: event.currentTarget.value as Route['to'] })}
          >
            <option value="exit">{t`→ done`}</option>
            <option value="lost">{t`→ gone for good`}</option>
            {map.nodes
              .filter(({ id }) => id !== node.id)
              .map((other) => (
                <option key={other.id} value={other.id}>
                  → {other.title}
                </option>
              ))}
          </SelectField>
          <NumberField
            label={t`Share of route ${at + 1}`}
            hiddenLabel
            unit="%"
            most={100}
            value={route.share * 100}
            onChange={(percent) => onChange(rescaledRoutes(routes, at, (percent ?? 0) / 100))}
          />
          <NumberField
            label={t`Delay of route ${at + 1}`}
            hiddenLabel
            unit={t`min later`}
            most={100_000}
            value={route.afterSeconds / 60}
            onChange={(minutes) => put(at, { ...route, afterSeconds: (minutes ?? 0) * 60 })}
          />
          <IconButton
            size="small"
            label={t`Delete route ${at + 1}`}
            icon={<Trash2 />}
            onClick={() => remove(at)}
          />
        </div>
      ))}
      <Button size="small" look="quiet" icon={<Plus />} onClick={add}>
        <Trans>Add a route</Trans>
      </Button>
    </div>
  );
}
