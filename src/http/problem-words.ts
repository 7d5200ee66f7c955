import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { ProblemCode } from './problem.ts';

/** What can befall somebody who only reads and writes comments; the rest is for programs. */
type ForReaders = Extract<
  ProblemCode,
  | 'invalid-form'
  | 'rephrase'
  | 'body-too-large'
  | 'unknown-comment'
  | 'unknown-parent'
  | 'too-deep'
  | 'thread-closed'
  | 'duplicate'
  | 'too-fast'
  | 'proof-needed'
  | 'acting-too-fast'
  | 'network-has-liked'
  | 'not-the-author'
  | 'edit-window-over'
  | 'changed-meanwhile'
  | 'unavailable'
  | 'internal'
>;

const OTHERS: Record<string, Record<ForReaders, string>> = {
  de: {
    'invalid-form': 'Bitte sehen Sie sich die markierten Felder an.',
    rephrase:
      'Ihr Kommentar ist noch nicht gesendet: Manche seiner Wörter könnten jemanden verletzen.',
    'body-too-large': 'Das ist zu viel Text auf einmal.',
    'unknown-comment': 'Diesen Kommentar gibt es nicht mehr.',
    'unknown-parent': 'Der Kommentar, dem Sie antworten, ist nicht mehr da.',
    'too-deep':
      'Tiefer kann dieses Gespräch nicht werden. Bitte antworten Sie auf einen Kommentar weiter oben.',
    'thread-closed': 'Die Kommentare sind geschlossen.',
    duplicate: 'Doppelter Kommentar: Das haben Sie offenbar schon gesagt.',
    'too-fast': 'Sie schreiben Kommentare zu schnell hintereinander. Bitte warten Sie ein wenig.',
    'proof-needed': 'Ihr Kommentar konnte nicht geprüft werden. Bitte senden Sie ihn noch einmal.',
    'acting-too-fast': 'Zu viele Klicks auf einmal. Bitte warten Sie ein wenig.',
    'network-has-liked': 'Dieser Kommentar gefällt schon mehreren in Ihrem Netz.',
    'not-the-author': 'Nur wer ihn geschrieben hat, kann diesen Kommentar ändern.',
    'edit-window-over': 'Dieser Kommentar kann nicht mehr geändert werden.',
    'changed-meanwhile':
      'Der Kommentar hat sich inzwischen geändert. Bitte laden Sie die Seite neu.',
    unavailable:
      'Der Dienst kann gerade nichts speichern oder lesen. Bitte versuchen Sie es noch einmal.',
    internal: 'Hier ist etwas schiefgegangen. Es wurde vermerkt.',
  },
  fr: {
    'invalid-form': 'Veuillez vérifier les champs signalés.',
    rephrase:
      'Votre commentaire n’est pas encore envoyé : certains de ses mots pourraient blesser.',
    'body-too-large': 'C’est trop de texte à la fois.',
    'unknown-comment': 'Ce commentaire n’existe plus.',
    'unknown-parent': 'Le commentaire auquel vous répondez n’est plus là.',
    'too-deep':
      'Cette conversation ne peut pas aller plus loin. Veuillez répondre à un commentaire plus haut.',
    'thread-closed': 'Les commentaires sont fermés.',
    duplicate: 'Commentaire en double : il semble que vous l’ayez déjà dit.',
    'too-fast': 'Vous publiez des commentaires trop vite. Veuillez patienter un peu.',
    'proof-needed': 'Votre commentaire n’a pas pu être vérifié. Veuillez l’envoyer à nouveau.',
    'acting-too-fast': 'Trop de clics à la fois. Veuillez patienter un peu.',
    'network-has-liked': 'Plusieurs personnes de votre réseau aiment déjà ce commentaire.',
    'not-the-author': 'Seule la personne qui l’a écrit peut modifier ce commentaire.',
    'edit-window-over': 'Ce commentaire ne peut plus être modifié.',
    'changed-meanwhile': 'Le commentaire a changé entre-temps. Veuillez recharger la page.',
    unavailable: 'Le service ne peut rien enregistrer ni lire pour le moment. Veuillez réessayer.',
    internal: 'Une erreur s’est produite ici. Elle a été consignée.',
  },
  es: {
    'invalid-form': 'Revise los campos señalados.',
    rephrase:
      'Su comentario aún no se ha enviado: algunas de sus palabras podrían herir a alguien.',
    'body-too-large': 'Es demasiado texto de una vez.',
    'unknown-comment': 'Este comentario ya no existe.',
    'unknown-parent': 'El comentario al que responde ya no está.',
    'too-deep':
      'Esta conversación no puede ser más profunda. Responda a un comentario de más arriba.',
    'thread-closed': 'Los comentarios están cerrados.',
    duplicate: 'Comentario duplicado: parece que ya lo ha dicho.',
    'too-fast': 'Está publicando comentarios demasiado deprisa. Espere un poco.',
    'proof-needed': 'No se ha podido comprobar su comentario. Envíelo de nuevo.',
    'acting-too-fast': 'Demasiados clics a la vez. Espere un poco.',
    'network-has-liked': 'A varias personas de su red ya les gusta este comentario.',
    'not-the-author': 'Solo quien lo escribió puede cambiar este comentario.',
    'edit-window-over': 'Este comentario ya no se puede cambiar.',
    'changed-meanwhile': 'El comentario ha cambiado entretanto. Vuelva a cargar la página.',
    unavailable: 'El servicio no puede guardar ni leer nada ahora mismo. Inténtelo de nuevo.',
    internal: 'Algo ha fallado aquí. Ha quedado registrado.',
  },
  ar: {
    'invalid-form': 'يرجى مراجعة الحقول المحددة.',
    rephrase: 'لم يُرسل تعليقك بعد: قد تجرح بعض كلماته أحدًا.',
    'body-too-large': 'النص أطول مما يمكن إرساله دفعة واحدة.',
    'unknown-comment': 'لم يعد هذا التعليق موجودًا.',
    'unknown-parent': 'التعليق الذي ترد عليه لم يعد موجودًا.',
    'too-deep': 'بلغت هذه المحادثة أقصى عمقها. يرجى الرد على تعليق أعلى.',
    'thread-closed': 'التعليقات مغلقة.',
    duplicate: 'تعليق مكرر: يبدو أنك قلت هذا من قبل.',
    'too-fast': 'أنت تنشر التعليقات بسرعة كبيرة. يرجى الانتظار قليلًا.',
    'proof-needed': 'تعذر التحقق من تعليقك. يرجى إرساله مرة أخرى.',
    'acting-too-fast': 'نقرات كثيرة دفعة واحدة. يرجى الانتظار قليلًا.',
    'network-has-liked': 'سبق أن أعجب هذا التعليق عدة أشخاص من شبكتك.',
    'not-the-author': 'لا يمكن تعديل هذا التعليق إلا لكاتبه.',
    'edit-window-over': 'لم يعد بالإمكان تعديل هذا التعليق.',
    'changed-meanwhile': 'تغيّر التعليق في هذه الأثناء. يرجى إعادة تحميل الصفحة.',
    unavailable: 'لا تستطيع الخدمة الحفظ أو القراءة الآن. يرجى المحاولة مرة أخرى.',
    internal: 'حدث خطأ هنا، وقد سُجّل.',
  },
};

/** A problem's title as its reader has asked for it, and in which language; English otherwise. */
export function titleFor(
  c: Context,
  { code, title }: { code: ProblemCode; title: string },
): { title: string; language: string } {
  const language = accepts(c, {
    header: 'Accept-Language',
    supports: ['en', ...Object.keys(OTHERS)],
    default: 'en',
    match: (wanted, { supports, default: other }) => {
      const primary = wanted
        .filter(({ q }) => q > 0)
        .map(({ type }) => type.slice(0, 2).toLowerCase());
      return primary.find((one) => supports.includes(one)) ?? other;
    },
  });
  const words: Partial<Record<string, string>> = OTHERS[language] ?? {};
  const translated = words[code];
  return translated === undefined ? { title, language: 'en' } : { title: translated, language };
}
