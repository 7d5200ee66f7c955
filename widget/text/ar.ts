import type { Text } from './en.ts';

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Intl.PluralRules('ar');
/** Arabic has six forms; `#` stands for the number where a form names it. */
const plural = (count: number, forms: Forms): string =>
  (forms[rules.select(count)] ?? forms.other).replace('#', String(count));

const months = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
);

export const text: Text = {
  lang: 'ar',
  rtl: true,
  comments: (count) =>
    plural(count, {
      one: 'تعليق واحد',
      two: 'تعليقان',
      few: '# تعليقات',
      many: '# تعليقًا',
      other: '# تعليق',
    }),
  title: 'التعليقات',
  none: 'لا توجد تعليقات بعد. كن أول من يعلّق.',
  closed: 'التعليقات مغلقة.',
  loading: 'جارٍ تحميل التعليقات…',
  unavailable: 'التعليقات غير متاحة في هذه الصفحة.',
  failed: 'تعذّر تحميل التعليقات.',
  again: 'حاول مرة أخرى',
  order: 'الترتيب',
  newest: 'الأحدث',
  oldest: 'الأقدم',
  top: 'الأكثر إعجابًا',
  replies: 'الأكثر ردودًا',
  like: 'أعجبني',
  likes: (count) =>
    `أعجبني، ${plural(count, {
      one: 'إعجاب واحد',
      two: 'إعجابان',
      few: '# إعجابات',
      many: '# إعجابًا',
      other: '# إعجاب',
    })}`,
  others: 'المزيد',
  more: 'عرض المزيد من التعليقات',
  moreReplies: (count) =>
    plural(count, {
      one: 'عرض رد آخر',
      two: 'عرض ردين آخرين',
      few: 'عرض # ردود أخرى',
      many: 'عرض # ردًا آخر',
      other: 'عرض # رد آخر',
    }),
  all: 'عرض كل التعليقات',
  by: (name) => `تعليق من ${name}`,
  staff: 'هيئة التحرير',
  author: 'كاتب المقال',
  ago: ['الآن', 'قبل # د', 'قبل # س', 'قبل # ي'],
  date: (day, month, year) => `${day} ${months[month]} ${year}`,
  edited: 'معدّل',
  removed: 'أُزيل هذا التعليق.',
  held: 'تعليقك بانتظار المراجعة',
  inReplyTo: (name) => `ردًا على ${name}`,
  reply: 'رد',
  replyTo: (name) => `رد على ${name}`,
  edit: 'تعديل',
  delete: 'حذف',
  cancel: 'إلغاء',
  comment: 'التعليق',
  name: 'الاسم',
  post: 'نشر التعليق',
  unreached: 'تعذّر إرسال تعليقك. هو محفوظ هنا: يُرجى المحاولة مرة أخرى.',
  acting: {
    errors: {
      'body required': 'يُرجى كتابة تعليقك!',
      'body too-long': 'تعليقك طويل جدًا.',
      'name required': 'يُرجى كتابة اسمك هنا',
      'name too-long': 'هذا الاسم طويل جدًا.',
      'email required': 'يُرجى كتابة بريدك الإلكتروني هنا',
      'email invalid': 'البريد الإلكتروني الذي كتبته غير صحيح!',
      'email too-long': 'البريد الإلكتروني الذي كتبته غير صحيح!',
      'website required': 'يُرجى كتابة موقعك الإلكتروني هنا',
      'website invalid': 'عنوان الموقع الذي كتبته غير صحيح!',
      'website too-long': 'هذا العنوان طويل جدًا.',
    },
    email: 'البريد الإلكتروني',
    website: 'الموقع الإلكتروني',
    optional: 'اختياري',
    unpublished: 'لن يُنشر.',
    consent: 'احفظ اسمي وبريدي الإلكتروني في هذا المتصفح للمرة القادمة التي أعلّق فيها.',
    checking: 'جارٍ التحقق …',
    sending: 'جارٍ الإرسال…',
    busy: (seconds) => `الخدمة مشغولة. تعليقك محفوظ وسيُرسل مجددًا خلال ${seconds} ث.`,
    refused: 'لم يُقبل تعليقك.',
    later: (seconds) =>
      seconds > 90
        ? `يمكنك التعليق مجددًا بعد ${Math.ceil(seconds / 60)} د.`
        : `يمكنك التعليق مجددًا بعد ${seconds} ث.`,
    thanks: 'شكرًا لك. سيقرأ المشرفون تعليقك قبل أن يراه الآخرون.',
    published: 'نُشر تعليقك.',
    offline: 'أنت غير متصل. تعليقك محفوظ وسيُرسل عند عودة الاتصال.',
    left: (count) => `الأحرف المتبقية: ${count}`,
    over: (count) => `الأحرف الزائدة: ${count}`,
    nudge: (words) =>
      `قد تجرح هذه الكلمات: ${words.map((word) => `«${word}»`).join('، ')}. يمكنك تغييرها أو إرسال التعليق كما هو، وعندها يقرؤه مشرف أولًا.`,
    asItIs: 'إرسال كما هو',
    preview: 'معاينة',
    undo: 'تراجع',
    fresh: (count) => `تعليقات جديدة: ${count}`,
    save: 'حفظ',
    editing: 'عدّل تعليقك',
    saved: 'حُفظ تعليقك.',
    unsaved: 'لم ينجح ذلك. يُرجى المحاولة مرة أخرى.',
    deleted: 'حُذف تعليقك.',
    restored: 'عاد تعليقك.',
  },
  acts: {
    report: 'إبلاغ',
    copy: 'نسخ الرابط',
    copied: 'تم نسخ الرابط.',
    quote: 'اقتباس',
    mute: (name) => `كتم ${name}`,
    muted: (name) => `لقد كتمت ${name}.`,
    show: 'إظهار',
    unmute: 'إلغاء الكتم',
    thing: 'هذا التعليق',
    why: 'ما المشكلة فيه؟',
    details: 'بكلماتك',
    sendReport: 'إرسال البلاغ',
    reported: 'شكرًا. سيطّلع عليه أحد المشرفين.',
    choose: 'يرجى اختيار سبب.',
    reasons: {
      spam: 'رسائل مزعجة أو إعلان',
      insult: 'إهانة أو تهديد',
      hate: 'كراهية',
      'off-topic': 'خارج الموضوع',
      false: 'معلومات خاطئة',
      other: 'شيء آخر',
    },
  },
};
