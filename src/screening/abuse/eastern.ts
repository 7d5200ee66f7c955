import type { Lexicon } from './lexicon.ts';

export const polish: Lexicon = {
  language: 'pl',
  address: 'ty cie ciebie tobie twoj twoja twoje jestes wy wam wasz wasza jestescie',
  threat: `
    (zabije|zajebie|zatluke|zastrzele|zadzgam|zgwalce|powiesze|utopie) (cie|ciebie|was|twoja_rodzine|ci_rodzine), (ja|zaraz|kiedys|jeszcze) (cie|was) ~ (zabije|zajebie|zastrzele|zatluke|powiesze)
    (powinienes|powinnas|powinniscie|zaslugujesz|zaslugujecie) ~ (zdechnac|umrzec|wisiec|smierc|na_smierc|kulke|zginac|zostac_zastrzelony), (trzeba|powinno_sie|powinni|nalezy) (cie|was|ich|ich_wszystkich) ~ (zabic|powiesic|rozstrzelac|zastrzelic|zagazowac|wytluc|wyrznac|spalic|wybic|wieszac)
    (zdychaj|zdychajcie|zdechnij|zdechnijcie), obys (zdechl|zdechla|zginal|umarl|zgnil|sdechl), obyscie (zdechli|zgineli|pozdychali), (zabij|powies|zastrzel) sie, (zydzi|zydow|was|ich|wszystkich|lewakow|pedalow) do gazu, wiem gdzie mieszka(sz|cie), jebac (zydow|ukraincow|cyganow|murzynow), na szubienice z (toba|wami|nimi), smierc (zydom|wrogom_ojczyzny|lewakom|konfidentom)
  `,
  slur: `
    skurwysyn(|y|u|ow|ie|em), skurwiel(|e|u), kurwi(syn|syny), (ty|wy|stara|glupia|jebana|pierdolona) ~ (kurwo|kurwa|kurwy|szmato|szmata|dziwko|dziwka|suko), pierdol sie, pierdolcie sie, jebac (cie|was|twoja_stara|to_scierwo), jeban(y|a|e|i|ych) (pedal|pedaly|zyd|zydzi|ukrainiec|ukraincy|ukry|ciapaty|ciapaci|murzyn|kaczor|lewak|lewaki|smiec|scierwo), cwel(|e|u|i|owie), ciot(o|y|a) jeban(a|y|o), pedal(|e|y|zie) (jebany|jebane|pierdolony), (ty|pierdolony|brudny) pedal(e|zie|)
    ciapat(y|ych|e|ymi|a), brudas(|y|ow|ie), czarnuch(|y|a|ow|u), zydek, zydki, parchy zydowskie, (ukrainsk|zydowsk|pedalsk|islamsk|ruski|rusk)(ie|a|i|e) (scierwo|scierwa|kurwy|kurwa|swinie|szmaty|pomiot|psy), chuj ci w (dupe|pysk|oko), (ssij|obciagnij) ~ (chuja|pale|kutasa), wypierdalaj(|cie|ta), spierdalaj(|cie), jebany, jebana, jebani, jebane, banderow(cy|cow|skie) kurwy, zamknij (morde|ryj|dziob), stul (pysk|morde|ryj), kozojeb(ca|cy|cow), ciapak(|i|ow)
  `,
  profanity: `
    kurw(a|y|o|e|ie|ami|sko), chuj(|a|u|e|em|ow|owy|owa|owe|nia|ek|ku), huj(|a|e|u), pierdol(i|isz|ic|e|ony|ona|one|eni|enie|nij|nieci|niety), jeb(ac|ie|iesz|nij|niety|nieta|nieci), zajeb(isty|iscie|any), wyjeban(e|y), popierdol(ony|ona|eni), pojeb(|y|ie|any|ana|ani|ancu|aniec), pizd(a|y|o|zie|usia), dziwk(a|i|o|ami), szmato, kutas(|y|a|ie|iarz), dup(ek|ku|ki), zasran(y|a|e|i|iec|cy), gowno, gowniarz(|e|u), skurw(ialy|ione|iony), sukinsyn(|y|u|ow), gnoj(u|e|ek|ki|ow), scierw(o|a|ojad), sral pies, obsran(y|i|a)
  `,
  insult: `
    idiot(a|o|ka|ko|ow|om|yzm), idioci, debil(|u|e|i|ow|ka|ko|em), kretyn(|i|ie|ka|ko|ow), imbecyl(|u|e|i|ow), matol(|e|y|ow|ki), glupek, glupku, glupki, polglowek, polglowku, cymbal(|e|y), downie, swinio, smieciu, gnida, gnidy, padalc(u|e|y), menda, mendo, mendy, wieprzu, oszolom(|ie|y), frajer(|zy|ze), palant(|cie|y), baranie, przyglup(|ie|y|ow), morda w kubel
  `,
  harmless: 'nie wiem gdzie mieszka(sz|cie)',
};

export const russian: Lexicon = {
  language: 'ru',
  address: 'ты тебя тебе тобой твой твоя твое твои твоей твою вы вас вам вами ваш ваша ваши',
  threat: `
    (я|мы) ~ (тебя|вас) ~ (убью|убьем|зарежу|зарежем|застрелю|прикончу|замочу|изнасилую|повешу|закопаю|урою|задушу), (тебя|вас|всех_вас) ~ (убью|зарежу|застрелю|прикончу|замочу|закопаю|урою|повешу|повесим|расстреляем), убью (тебя|вас|гада|сука|тварь|суку)
    (тебя|вас|таких|их_всех|всех_их|этих_тварей) ~ (надо|нужно|пора|следует|стоит|бы) ~ (убить|расстрелять|повесить|вешать|стрелять|сжечь|резать|мочить|убивать|расстреливать|четвертовать|кастрировать|уничтожить|душить)
    (надо|нужно|пора) ~ (вас|тебя|таких|их_всех|всех_вас) ~ (убить|расстрелять|повесить|вешать|стрелять|сжечь|резать|мочить|убивать|расстреливать|уничтожить), (сдохни|сдохните|подохни|подохните), чтоб (ты|вы|вам|тебе|они_все) ~ (сдох|сдохла|сдохли|сдохнуть|подох|подохли|сгорел|сгорели), чтобы (ты|вы) ~ (сдох|сдохли|сдохла), (убейся|повесься|застрелись|выпились|убей_себя|убейтесь), пулю в лоб (тебе|вам|им|таким), к стенке ~ (всех|тебя|вас|их|таких), на фонар(и|ях) ~ (вас|их|всех), (я|мы) (знаю|знаем) где (ты|вы) (живешь|живете), ^ (убить|расстрелять|повесить|перестрелять) (их_всех|вас_всех|таких|всех_вас), смерть (жидам|хохлам|москалям|пидорам|чуркам|черным), резать (хохлов|москалей|жидов|чурок|русских)
  `,
  slur: `
    пид(ор|оры|ора|орас|орасы|орасов|арас|арасы|ар|ары|оров|орская|рила|рилы|орок|орки), пидр(|ы|илы), педик(|и|ов|ам), гомосятин(а|ы), жид(ы|ов|ам|ами|овский|овская|овские|овня|яра|яры|овка), жидобандеров*, чурк(а|и|у|ам|ами|обес|обесы), чурок, хач(и|ей|ам), черножоп(ый|ые|ых|ая), узкоглаз(ый|ые|ых|ая), ниггер(|ы|ов), нигер(ы|ов), хохлядь, хохлов мочить, москалей на ножи, кацап(|ы|ов|ская|ские|ня|ам), укроп(ы|ов|ам) дохл(ые|ых), свинорыл(ый|ые|ых), недочеловек(|и|ов), унтерменш(|и|ей), салоед(|ы|ов), чернозадый, чмошник(|и), лахт(а|инск) шлюх*, ватн(ая|ые) (мразь|мрази|твари)
    (иди|идите|пошел|пошли|пошла|вали|валите|катись) ~ (нахуй|нахер|на_хуй|на_хер|в_жопу|в_пизду), (сука|твари|мразь|мрази|тварь|гнида|гниды|ублюдок|ублюдки) (ты|вы|конченая|конченые|поганая|поганые|продажная|продажные|фашистская|фашистские|украинская|русская), сукин(ы)? (сын|дети|сыны), (соси|отсоси|сосите) (хуй|мой|мне|у_меня|член), (ебал|ебать) (твою|тебя|вашу|вас|я_твою|я_вашу|его_мать), еб твою мать, (твою|вашу) мать (ебал|шлюх*), (сын|дитя|дети) шлюх(и|), заткн(ись|итесь), закрой (рот|пасть|хлебало), мразь, мрази, выблядок, выблядки, ублюд(ок|ки|ков|ка|очный|очная), долбо(еб|ебы|ебов|еба|ебка|ебизм), уеб(ок|ки|ан|аны|ище|ища|ков), гандон(|ы|ов), гондон(|ы|ов)
  `,
  profanity: `
    хуй(|ня|ню|ни|ло|ла|лом|ней|е), хуе*, хуи, хуя(|к|чить|чит), нахуй, похуй, нихуя, охуе*, хул(и|ь), пизд(а|ы|у|ец|еж|еть|ит|ите|ишь|юк|юки|юков|обол|оболы|ато|ануть|ить), спизд*, распизд*, еб(ать|ет|ут|аный|аная|аное|аные|анутый|анутые|анутая|анько|ло|ал|нутый|анат|анаты|учий|лан|ланы), ебу, заеб(|ал|али|ало|ись), наеб*, выеб*, проеб*, отъеб*, разъеб*, въеб*, съеб*, бля, блять, блядь, бляд(и|ей|ство|ский|ские|ская|ина), сук(а|и|у|ам|ами), мудак(|и|ов|а|у|ом), мудил(а|ы), мудозвон(|ы), шлюх(а|и|у|ам), залуп(а|ы), манда, мандав(ошка|ошки), жоп(а|у|ой), засран(ец|цы|цев|ка), говн(о|а|юк|юки|юков|оед|оеды|ом), говняный, гнид(а|ы|у), дерьм(о|а|ом), срать, обосра*, паскуд(а|ы), курв(а|ы), падл(а|ы|о), сволоч(ь|и|ей)
  `,
  insult: `
    идиот(|ы|ов|ка|ам|изм), дебил(|ы|ов|ам|ьный|ка|оид|оиды), кретин(|ы|ов|ка), дурак(|и|ов|ам), дур(а|ы|ачок), урод(|ы|ов|ам|ина), тупиц(а|ы), туп(ой|ая|ые|орылый|орылые), придур(ок|ки|ков), скотин(а|ы), чмо, козел, козлы, козлов, подонок, подонки, мерзавец, мерзавцы, быдло, лох(|и|ов), ничтожество, ничтожества, дегенерат(|ы|ов), имбецил(|ы|ов), олигофрен(|ы), вырод(ок|ки|ков), брехло
  `,
  harmless: 'не дурак, сам дурак',
};

// Korean leaves out whom it speaks to, so what is aimed at people stands under `slur` here.
// Abbreviations of single jamo stand as the folding leaves them, in escapes: editors draw them oddly.
export const korean: Lexicon = {
  language: 'ko',
  address:
    '너 넌 너는 너도 너를 널 너가 니 니가 네가 너희 너희들 너희는 니들 니들은 니들이 너네 느그 느그들 당신 당신은 당신이 당신들',
  threat:
    '죽여버린다*, 죽여버릴*, 죽여 버린다*, 죽여 버릴*, (나가|가서|제발|그냥) (뒤져*|뒈져*|죽어라*|디져*), 뒤져라*, 뒈져라*, 뒤져버려*, 자살해라*, 나가죽어라*, 나가뒤져*',
  slur: '씨발*, 시발아*, 씨바*, 씨팔*, 시팔*, \u1109\u1107*, \u110a\u1107*, 병신*, \u1107\u1109*, \u1121*, 좆*, 지랄*, \u110c\u1105*, 쉐끼*, 색히*, 새끼들아*, 새끼야*, 쳐맞*, 꺼져라*, 닥쳐*, 계집*, 관종*, 또라이*, 똘아이*, 찐따*, 등신*, 기레기*, 한남들*, 개돼지*, 페미충*, 급식충*, 좌빨*, 좌좀*, 한남충*, 김치녀*, 맘충*, 된장녀*, 메갈년*, 페미년*, 짱깨*, 짱꼴라*, 쪽바리*, 쪽발이*, 깜둥이*, 똥꼬충*, 틀딱*, 홍어새끼*, 개새끼*, 개색기*, 개쉐이*, 걸레년*, 창녀*, 창년*, 씨발년*, 씨발놈*, 시발년*, 시발놈*, 씹새*, 미친년*, 썅년*, 쌍년*, 니미럴*, 니애미*, 느금마*, 호로새끼*, 보슬아치*, 화냥년*, 잡년*, 병신년*, 병신새끼*, 미친새끼*, 미친놈*, 또라이새끼*, 쓰레기새끼*, (미친|더러운|나쁜|썅|개|잡|병신|못생긴|뚱뚱한|늙은) (년|놈|새끼|년들|놈들|새끼들|년이|놈이|새끼가|년아|놈아|새끼야)',
  profanity:
    '시발, 새끼*, 역겹*, 역겨*, 염병*, 엿먹어*, 아가리*, 주둥아리*, 주둥이*, 쳐먹*, 처먹*, 토나와*, 토나온*, 양아치*, 극혐*, \u110c\u1102*',
  insult: '쓰레기*, 멍청*, 벌레*, 꼴값*, 싸가지*, 재수없*, 꼴보기*, 못생*, 면상*, 와꾸*',
  harmless:
    '새끼손가락*, 새끼발가락*, 새끼줄*, 새끼고양이*, 새끼강아지*, 새끼 (고양이*|강아지*|곰*|사자*|호랑이*|돼지*|판다*|오리*|늑대*|새*), 등신대*, 병신년 (새해*|한해*|한_해*|원숭이*), 벌레 물*',
};
