import { Link } from '@tanstack/react-router'

/** Where one came from: the post that the slides are for, or all carousels. */
export function BackFromCarousel({ postId }: { readonly postId: string | undefined }) {
  if (postId === undefined) {
    return (
      <Link to="/carousels" className="hover:text-ink">
        Carousels
      </Link>
    )
  }
  return (
    <Link to="/posts/$postId" params={{ postId }} className="hover:text-ink">
      Back to the post
    </Link>
  )
}
