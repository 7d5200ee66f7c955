/** The id of the comment that the page's address points at. */
export function linkedComment(): string | undefined {
  return /^#comment-(\w+)$/.exec(location.hash)?.[1];
}
