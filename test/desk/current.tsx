import { CommentCard } from '../../desk/components/comment-card.tsx';
import { currentCard } from '../../desk/store.ts';

/** The card in hand, as the desk draws it. */
export function Current() {
  const card = currentCard.value;
  return card === undefined ? null : (
    <CommentCard card={card} current source={false} selected={false} />
  );
}
