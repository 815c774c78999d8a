import { type GrantableRole, grantableRoles, roleLabels } from '@/lib/access';
import { Badge } from '../ui/badge';

/** The roles that somebody holds, highest last; of whoever holds none, that they may look. */
export function RoleBadges({ roles }: { roles: readonly GrantableRole[] }) {
  if (roles.length === 0) return <Badge>{roleLabels.viewer}</Badge>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {grantableRoles
        .filter((role) => roles.includes(role))
        .map((role) => (
          <Badge key={role} tone={role === 'admin' ? 'accent' : 'neutral'}>
            {roleLabels[role]}
          </Badge>
        ))}
    </span>
  );
}
