// About 150 common emoji by the names people type between colons. A name that is not here is shown as it was written.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|wave 👋|clap 👏|raised_hands 🙌|pray 🙏|handshake 🤝|muscle 💪|point_up ☝️|point_down 👇
point_left 👈|point_right 👉|raised_hand ✋|v ✌️|crossed_fingers 🤞|writing_hand ✍️|eyes 👀|brain 🧠
smile 😄|smiley 😃|grinning 😀|grin 😁|joy 😂|laughing 😆|sweat_smile 😅|wink 😉|blush 😊|slightly_smiling_face 🙂|upside_down_face 🙃
heart_eyes 😍|sunglasses 😎|thinking_face 🤔|neutral_face 😐|expressionless 😑|unamused 😒|confused 😕|slightly_frowning_face 🙁
white_frowning_face ☹️|worried 😟|cry 😢|sob 😭|angry 😠|rage 😡|scream 😱|flushed 😳|sleeping 😴|mask 😷|face_with_thermometer 🤒
star-struck 🤩|partying_face 🥳|relieved 😌|pensive 😔|disappointed 😞|tired_face 😫|robot_face 🤖|ghost 👻|skull 💀|see_no_evil 🙈
heart ❤️|broken_heart 💔|green_heart 💚|blue_heart 💙|yellow_heart 💛|purple_heart 💜|sparkles ✨|star ⭐|star2 🌟|fire 🔥|boom 💥|zap ⚡
100 💯|tada 🎉|confetti_ball 🎊|trophy 🏆|medal 🏅|first_place_medal 🥇|gift 🎁|balloon 🎈|rocket 🚀|checkered_flag 🏁
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|heavy_plus_sign ➕|heavy_minus_sign ➖
warning ⚠️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|rotating_light 🚨|bangbang ‼️|exclamation ❗|question ❓|grey_question ❔
information_source ℹ️|sos 🆘|new 🆕|ok 🆗|up 🆙|cool 🆒|free 🆓|red_circle 🔴|large_orange_circle 🟠|orange_circle 🟠
large_yellow_circle 🟡|large_green_circle 🟢|green_circle 🟢|large_blue_circle 🔵|blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪
black_circle ⚫|large_red_square 🟥|large_green_square 🟩|large_yellow_square 🟨|small_red_triangle 🔺|small_red_triangle_down 🔻
arrow_up ⬆️|arrow_down ⬇️|arrow_left ⬅️|arrow_right ➡️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|repeat 🔁
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|zero 0️⃣|keycap_ten 🔟
clock1 🕐|clock3 🕒|clock9 🕘|alarm_clock ⏰|stopwatch ⏱️|timer_clock ⏲️|hourglass ⌛|hourglass_flowing_sand ⏳|watch ⌚
calendar 📆|date 📅|spiral_calendar_pad 🗓️|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|email 📧
envelope ✉️|incoming_envelope 📨|inbox_tray 📥|outbox_tray 📤|phone ☎️|telephone_receiver 📞|pager 📟|iphone 📱|computer 💻|desktop_computer 🖥️
printer 🖨️|floppy_disk 💾|electric_plug 🔌|battery 🔋|satellite 🛰️|bulb 💡|wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|gear ⚙️|link 🔗
lock 🔒|unlock 🔓|key 🔑|mag 🔍|mag_right 🔎|pushpin 📌|round_pushpin 📍|paperclip 📎|scissors ✂️|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋
page_facing_up 📄|bookmark 🔖|books 📚|book 📖|open_file_folder 📂|file_folder 📁|card_index 📇|wastebasket 🗑️|package 📦|label 🏷️
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|scales ⚖️|shield 🛡️|moneybag 💰|ledger 📒|receipt 🧾
bust_in_silhouette 👤|busts_in_silhouette 👥|family 👪|office 🏢|house 🏠|hospital 🏥|factory 🏭|bank 🏦|school 🏫|construction 🚧
palm_tree 🌴|airplane ✈️|car 🚗|bus 🚌|coffee ☕|tea 🍵|beer 🍺|pizza 🍕|cake 🍰|birthday 🎂|sunny ☀️|cloud ☁️|umbrella ☔|snowflake ❄️
rainbow 🌈|earth_asia 🌏|earth_africa 🌍|globe_with_meridians 🌐|cn 🇨🇳|us 🇺🇸|gb 🇬🇧|de 🇩🇪|fr 🇫🇷|jp 🇯🇵|sg 🇸🇬|ladybug 🐞|bug 🐛|dog 🐶|cat 🐱
`;

const EMOJI = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((pair) => pair.split(' ')),
);

/** QUICK are offered first when somebody reacts to a message. */
export const QUICK = ['+1', 'white_check_mark', 'eyes', 'pray', 'tada', 'heart', 'joy', 'thinking_face', 'warning', 'rocket', '100', 'x'];

/** emoji returns the character of a name without colons, or an empty string. */
export const emoji = (name) => EMOJI.get(name.replace(/::skin-tone-\d$/, '')) ?? '';

/** withEmoji replaces the known :names: in a plain text. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+'-]+):/g, (whole, name) => emoji(name) || whole);

/** emojiNames lists the names that contain a text, those that begin with it first. */
export function emojiNames(part) {
  const found = [...EMOJI.keys()].filter((name) => name.includes(part));
  return found.sort((a, b) => Number(b.startsWith(part)) - Number(a.startsWith(part)));
}
