import { Link } from '@tanstack/react-router'

export interface WorkspaceLinkProps {
  readonly id: string
  /** Null: it is gone, or its name is not known here. */
  readonly name: string | null
}

/** The way to the desk's page of a workspace. */
export function WorkspaceLink({ id, name }: WorkspaceLinkProps) {
  return (
    <Link
      to="/operator/workspaces/$workspaceId"
      params={{ workspaceId: id }}
      className="hit-area wrap-anywhere font-medium text-accent-ink underline-offset-2 hover:underline"
    >
      <bdi>{name ?? id}</bdi>
    </Link>
  )
}
