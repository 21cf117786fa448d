import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { may } from '../../model/protocol/roles.ts';
import { Button } from '../design/parts/Button.tsx';
import type { OpenedMap } from '../session/openMap.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { ShareDialog } from '../share/ShareDialog.tsx';

/** What can be done with the map as a whole. */
export function EditorActions({ opened }: { readonly opened: OpenedMap }) {
  const { t } = useLingui();
  const role = useObservable(opened.role);
  const [open, setOpen] = useState<'share'>();
  return (
    <>
      {may(role, 'manageMap') && <Button look="main" onClick={() => setOpen('share')}>{t`Share`}</Button>}
      {open === 'share' && <ShareDialog opened={opened} onClose={() => setOpen(undefined)} />}
    </>
  );
}
