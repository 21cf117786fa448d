import { Trans, useLingui } from '@lingui/react/macro';
import { newId } from '../../model/map/newId.ts';
import { TriangleAlert } from 'lucide-react';
import type { Language } from '../../model/map/language.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import { qualityModelFromTemplate } from '../../model/quality/qualityModelTemplate.ts';
import { qualityModelTemplates } from '../../templates/qualityModels/qualityModelTemplates.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import styles from './ModelChoice.module.css';

export interface ModelChoiceProps {
  readonly taken: readonly QualityModel[];
  /** Of the map: its own texts are in it. */
  readonly language: Language;
  readonly onChoose: (model: QualityModel) => void;
  readonly onClose: () => void;
}

/** The library of quality models, and a blank one. A chosen model is copied into the map and is the map's own from then on. */
export function ModelChoice({ taken, language, onChoose, onClose }: ModelChoiceProps) {
  const { t, i18n } = useLingui();
  const reading = i18n.locale as Language;
  const blank = (): QualityModel => ({
    id: newId('qualityModel', Math.random),
    title: t`Our quality model`,
    combine: 'mean',
    dimensions: [],
  });
  return (
    <Dialog
      open
      width="wide"
      title={t`Choose a quality model`}
      description={<Trans>It is copied into the map; there you can change it as you like.</Trans>}
      onClose={onClose}
      actions={
        <Button onClick={() => onChoose(blank())}>
          <Trans>Start from a blank model</Trans>
        </Button>
      }
    >
      <ul className={styles['list']}>
        {qualityModelTemplates.map((template) => {
          const there = taken.some(({ origin }) => origin?.id === template.id);
          const indicators = template.dimensions.reduce((sum, each) => sum + each.indicators.length, 0);
          return (
            <li key={template.id} className={styles['model']}>
              <div>
                <h3 className={styles['title']}>{template.title[reading]}</h3>
                {template.caution !== undefined && (
                  <p className={styles['caution']}>
                    <TriangleAlert aria-hidden />
                    <Trans>Formulas as the source prints them: for comparison only.</Trans>
                  </p>
                )}
                <p className={styles['description']}>{template.description[reading]}</p>
                <p className={styles['facts']}>
                  <Trans>
                    {template.dimensions.length} dimensions, {indicators} indicators
                  </Trans>
                  {' · '}
                  {template.source.title}
                </p>
              </div>
              <Button
                size="small"
                disabled={there}
                onClick={() => onChoose(qualityModelFromTemplate(template, language))}
              >
                {there ? <Trans>Already here</Trans> : <Trans>Take it</Trans>}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
