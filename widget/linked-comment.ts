/** The id of the comment that the page's address points at. */
export function linkedComment(): string | undefined {
  return /^#comment-(.+)/.exec(location.hash)?.[1];
}
