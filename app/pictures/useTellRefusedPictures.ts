import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { tellProblem } from '../design/parts/toasts.ts';
import type { Pictures } from '../session/pictures.ts';
import { refusalText } from '../share/refusalText.ts';

/** Says so when the server does not take a picture: the map is not whole there. */
export function useTellRefusedPictures({ refused }: Pictures): void {
  const { i18n } = useLingui();
  useEffect(
    () =>
      refused.subscribe(() => {
        const refusal = refused.get();
        if (refusal === undefined) return;
        const why = refusalText(refusal, i18n);
        tellProblem(i18n._(msg`A picture is on this device alone. ${why}`));
      }),
    [refused, i18n],
  );
}
