import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import styles from './MapTitle.module.css';

export interface MapTitleProps {
  readonly title: string;
  /** Left out for who may only read. */
  readonly onRename: ((title: string) => void) | undefined;
}

/** The title of the map: a heading that becomes a field when it is pressed. */
export function MapTitle({ title, onRename }: MapTitleProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<string>();
  const shown = title.trim() === '' ? t`Untitled map` : title;

  if (onRename === undefined || draft === undefined) {
    return (
      <h1 className={styles['title']}>
        {onRename === undefined ? (
          <span className={styles['text']}>{shown}</span>
        ) : (
          <button
            type="button"
            className={styles['text']}
            title={t`Rename the map`}
            onClick={() => setDraft(title)}
          >
            {shown}
          </button>
        )}
      </h1>
    );
  }
  const finish = () => {
    setDraft(undefined);
    if (draft.trim() !== title) onRename(draft.trim());
  };
  return (
    <input
      className={styles['field']}
      aria-label={t`Title of the map`}
      value={draft}
      maxLength={1000}
      // The field replaces the button that was pressed, so the keyboard stays where it was.
      ref={(field) => field?.focus()}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
