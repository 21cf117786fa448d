import { useLingui } from '@lingui/react/macro';
import type { Role } from '../../model/protocol/roles.ts';

/** The roles in words: what one is, and what one may do. */
export function useRoleNames(): Readonly<Record<Role, { readonly title: string; readonly does: string }>> {
  const { t } = useLingui();
  return {
    owner: { title: t({ message: 'Owner', context: 'role' }), does: t`edit and share` },
    editor: { title: t`Editor`, does: t`edit` },
    commenter: { title: t`Commenter`, does: t`read and comment` },
    viewer: { title: t`Viewer`, does: t`only read` },
    participant: { title: t`Participant`, does: t`take part in the workshop` },
  };
}
