#include "fake/words.h"

#define LIST(name, ...)                                                                                                \
    static const char *const name##_words[] = {__VA_ARGS__};                                                           \
    const WordList name = {name##_words, sizeof name##_words / sizeof *name##_words}

LIST(first_names, "Ada", "Alan", "Amara", "Anna", "Anton", "Aylin", "Ben", "Carla", "Chen", "Clara", "Daniel", "David",
     "Diego", "Elena", "Elif", "Emma", "Eva", "Fatima", "Felix", "Finn", "Grace", "Hana", "Hugo", "Ida", "Ines", "Ivan",
     "Jakob", "James", "Jana", "Jonas", "Julia", "Kofi", "Laura", "Lea", "Leo", "Lina", "Linus", "Lucia", "Luis",
     "Maja", "Maria", "Marta", "Max", "Mia", "Mila", "Milan", "Nadia", "Nina", "Noah", "Nora", "Olga", "Omar", "Oscar",
     "Paul", "Petra", "Rosa", "Ruth", "Sara", "Sofia", "Tariq", "Theo", "Tomas", "Vera", "Victor", "Yara", "Yusuf",
     "Zoe");

LIST(last_names, "Adams", "Almeida", "Bauer", "Becker", "Berg", "Bianchi", "Brown", "Carter", "Castro", "Chen", "Clark",
     "Costa", "Diaz", "Dubois", "Evans", "Fischer", "Garcia", "Haas", "Hansen", "Hughes", "Ito", "Ivanov", "Jensen",
     "Jones", "Kaya", "Keller", "Khan", "Kim", "Kovac", "Kruger", "Lang", "Larsen", "Lee", "Lopez", "Martin", "Meyer",
     "Moreau", "Mori", "Nagy", "Novak", "Okafor", "Olsen", "Park", "Patel", "Perez", "Petrov", "Ramos", "Reyes",
     "Ricci", "Romero", "Rossi", "Roy", "Sato", "Schmidt", "Silva", "Singh", "Smith", "Suzuki", "Tanaka", "Taylor",
     "Torres", "Vogel", "Wagner", "Walker", "Weber", "White", "Wilson", "Wolf", "Wood", "Young", "Zhang");

LIST(cities, "Aarhus", "Accra", "Athens", "Austin", "Basel", "Bergen", "Berlin", "Bilbao", "Bogota", "Bologna",
     "Boston", "Bremen", "Bristol", "Brno", "Cairo", "Chicago", "Cork", "Dakar", "Delhi", "Denver", "Dresden", "Dublin",
     "Gdansk", "Geneva", "Genoa", "Ghent", "Graz", "Hamburg", "Helsinki", "Jena", "Kyoto", "Lagos", "Leeds", "Leipzig",
     "Lima", "Lisbon", "Ljubljana", "London", "Lyon", "Madrid", "Manila", "Melbourne", "Milan", "Montreal", "Nairobi",
     "Nantes", "New York", "Oslo", "Osaka", "Paris", "Porto", "Prague", "Quito", "Riga", "Rome", "San Jose", "Seoul",
     "Seville", "Sofia", "Tallinn", "Tampere", "Toronto", "Turin", "Utrecht", "Vienna", "Vilnius", "Warsaw", "York",
     "Zagreb", "Zurich");

LIST(countries, "Argentina", "Australia", "Austria", "Belgium", "Brazil", "Canada", "Chile", "Colombia", "Croatia",
     "Czechia", "Denmark", "Egypt", "Estonia", "Finland", "France", "Germany", "Ghana", "Greece", "Hungary", "India",
     "Ireland", "Italy", "Japan", "Kenya", "Latvia", "Mexico", "Netherlands", "Nigeria", "Norway", "Peru", "Poland",
     "Portugal", "Romania", "Senegal", "Slovenia", "South Korea", "Spain", "Sweden", "Switzerland", "Turkey",
     "United Kingdom", "United States");

LIST(country_codes, "AR", "AU", "AT", "BE", "BR", "CA", "CL", "CO", "HR", "CZ", "DK", "EG", "EE", "FI", "FR", "DE",
     "GH", "GR", "HU", "IN", "IE", "IT", "JP", "KE", "LV", "MX", "NL", "NG", "NO", "PE", "PL", "PT", "RO", "SN", "SI",
     "KR", "ES", "SE", "CH", "TR", "GB", "US");

LIST(states, "Bavaria", "California", "Catalonia", "Colorado", "Flanders", "Florida", "Galicia", "Gujarat", "Hesse",
     "Illinois", "Kerala", "Lombardy", "Maine", "Minas Gerais", "Nevada", "New South Wales", "Ohio", "Ontario",
     "Oregon", "Quebec", "Saxony", "Scotland", "Texas", "Tuscany", "Tyrol", "Utah", "Vermont", "Victoria", "Wales",
     "Zeeland");

LIST(streets, "Abbey Road", "Birch Street", "Bridge Street", "Cedar Lane", "Chapel Hill", "Church Street", "Elm Street",
     "Garden Row", "Green Lane", "Harbour Road", "Hill Street", "Lake View", "Linden Avenue", "Main Street",
     "Maple Avenue", "Market Square", "Meadow Lane", "Mill Road", "Oak Street", "Orchard Way", "Park Avenue",
     "Pine Street", "Quay Street", "River Road", "School Lane", "Spring Street", "Station Road", "Sunset Drive",
     "Valley Road", "Willow Way");

LIST(things, "anchor", "apple", "arrow", "atlas", "basket", "beacon", "bicycle", "blanket", "bottle", "bridge", "brush",
     "bucket", "button", "cabin", "camera", "candle", "canvas", "chair", "clock", "compass", "cup", "desk", "door",
     "drum", "engine", "feather", "fence", "flag", "flute", "garden", "gate", "glove", "guitar", "hammer", "harbor",
     "hat", "helmet", "island", "jacket", "kettle", "key", "kite", "ladder", "lamp", "lantern", "lens", "letter",
     "loom", "map", "mirror", "mug", "needle", "notebook", "oven", "paddle", "pen", "pencil", "piano", "pillow",
     "pocket", "pump", "quilt", "radio", "ring", "river", "rope", "saddle", "shelf", "ship", "shoe", "spoon", "stone",
     "stool", "table", "tent", "thread", "ticket", "tower", "train", "umbrella", "valley", "vase", "violin", "wagon",
     "wallet", "wheel", "whistle", "window");

LIST(qualities, "amber", "ancient", "blue", "bold", "brave", "brief", "bright", "broad", "calm", "clear", "clever",
     "cold", "cool", "crisp", "curious", "daily", "dark", "deep", "double", "early", "easy", "fair", "fast", "fine",
     "firm", "fresh", "gentle", "golden", "grand", "green", "happy", "heavy", "hidden", "honest", "humble", "icy",
     "keen", "large", "late", "light", "little", "lively", "local", "loud", "lucky", "mellow", "mild", "modern",
     "narrow", "neat", "new", "noble", "odd", "old", "open", "pale", "plain", "polite", "proud", "quick", "quiet",
     "rapid", "rare", "red", "rich", "round", "royal", "rustic", "sharp", "shiny", "short", "silent", "silver",
     "simple", "slow", "small", "smart", "smooth", "soft", "solid", "square", "steady", "still", "strong", "sturdy",
     "sunny", "sweet", "swift", "tall", "tame", "tidy", "tiny", "vast", "vivid", "warm", "wild", "wise", "young");

LIST(common_words, "a", "about", "after", "again", "all", "also", "and", "any", "around", "as", "at", "back", "because",
     "before", "but", "by", "can", "change", "come", "could", "day", "do", "down", "each", "early", "end", "even",
     "every", "few", "find", "first", "for", "from", "get", "give", "go", "good", "group", "have", "here", "high",
     "home", "how", "idea", "if", "in", "into", "it", "just", "keep", "know", "large", "last", "later", "learn",
     "leave", "less", "let", "life", "light", "line", "long", "look", "made", "make", "many", "may", "mean", "more",
     "most", "move", "much", "must", "near", "need", "never", "new", "next", "no", "not", "now", "of", "off", "often",
     "old", "on", "one", "only", "open", "or", "other", "our", "out", "over", "own", "part", "place", "plan", "point",
     "question", "read", "right", "run", "same", "say", "see", "seem", "set", "should", "show", "side", "since",
     "small", "so", "some", "soon", "start", "still", "such", "take", "tell", "than", "that", "the", "their", "then",
     "there", "these", "they", "thing", "think", "this", "those", "through", "time", "to", "together", "too", "turn",
     "two", "under", "until", "up", "use", "very", "want", "water", "way", "we", "well", "what", "when", "where",
     "which", "while", "who", "why", "will", "with", "without", "word", "work", "world", "would", "write", "year",
     "you");

LIST(company_endings, "Ltd", "Inc", "GmbH", "Group", "Partners", "& Sons", "Works", "Labs", "Systems", "Cooperative");

LIST(host_endings, "example.org", "example.com", "example.net");

LIST(languages, "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "hu", "el", "tr", "ja", "ko",
     "hi");

LIST(currencies, "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "DKK", "NOK", "PLN", "CZK", "HUF", "TRY", "CAD", "AUD",
     "INR", "BRL");

LIST(colors, "red", "orange", "yellow", "green", "teal", "blue", "indigo", "violet", "pink", "brown", "gray", "black",
     "white");

LIST(media_types, "text/plain", "text/html", "text/csv", "application/json", "application/pdf", "image/png",
     "image/jpeg", "audio/ogg", "video/mp4");

LIST(file_endings, "txt", "md", "csv", "json", "pdf", "png", "jpg", "svg", "zip", "ogg");

LIST(statuses, "new", "active", "pending", "done", "closed", "failed");

LIST(time_zones, "UTC", "Europe/Berlin", "Europe/Lisbon", "Europe/London", "Europe/Paris", "America/New_York",
     "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo", "Africa/Lagos", "Australia/Sydney");

LIST(user_agents, "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0",
     "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/127.0",
     "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15", "curl/8.5.0",
     "Wget/1.21.4");

LIST(jobs, "analyst", "architect", "baker", "carpenter", "designer", "developer", "editor", "engineer", "farmer",
     "gardener", "librarian", "manager", "mechanic", "nurse", "painter", "pilot", "plumber", "tailor", "teacher",
     "translator");
